using Knast.Native.Kernel;

namespace Knast.Native.Tests.Programs;

/// <summary>Calls of the corpus that both systems have.</summary>
internal static class CorpusCalls
{
    public static SystemCall Getpid(KernelTarget target) => Rent(target, "getpid", 39, 172, 20);

    public static SystemCall Getppid(KernelTarget target) => Rent(target, "getppid", 110, 173, 39);

    public static SystemCall Close(KernelTarget target, Operand descriptor) => Rent(target, "close", 3, 57, 6).Argument(descriptor);

    public static SystemCall Pipe(KernelTarget target)
    {
        SystemCall call = Rent(target, "pipe2", 293, 59, 542);
        return call.Argument(call.AddBlock(8, BlockDirection.Out)).Argument(0);
    }

    public static SystemCall Write(KernelTarget target, Operand descriptor, string text) =>
        Rent(target, "write", 1, 64, 4).Argument(descriptor).ArgumentBytes(System.Text.Encoding.UTF8.GetBytes(text)).Argument(text.Length);

    public static SystemCall Write(KernelTarget target, Operand descriptor, Operand address, Operand length) =>
        Rent(target, "write", 1, 64, 4).Argument(descriptor).Argument(address).Argument(length);

    public static SystemCall Read(KernelTarget target, Operand descriptor, int length)
    {
        SystemCall call = Rent(target, "read", 0, 63, 3).Argument(descriptor);
        return call.Argument(call.AddBlock(length, BlockDirection.Out)).Argument(length);
    }

    public static SystemCall Read(KernelTarget target, Operand descriptor, Operand address, Operand length) =>
        Rent(target, "read", 0, 63, 3).Argument(descriptor).Argument(address).Argument(length);

    public static SystemCall Writev(KernelTarget target, Operand descriptor, params string[] texts)
    {
        SystemCall call = Rent(target, "writev", 20, 66, 121).Argument(descriptor);
        BlockReference vectors = call.AddBlock(texts.Length * 16, BlockDirection.In);
        for (int index = 0; index < texts.Length; index++)
        {
            call.Point(vectors, index * 16, call.AddText(texts[index]));
            call.Write(vectors, (index * 16) + 8, 8, texts[index].Length);
        }

        return call.Argument(vectors).Argument(texts.Length);
    }

    public static SystemCall Openat(KernelTarget target, Operand directory, string path, bool create = false) =>
        Rent(target, "openat", 257, 56, 499).Argument(directory).Argument(path).Argument(OpenFlags(target, create)).Argument(0x180);

    public static SystemCall OpenatNumbered(KernelTarget target, Operand directory, string prefix, Operand number, bool create)
    {
        SystemCall call = Rent(target, "openat", 257, 56, 499).Argument(directory);
        return call.Argument(call.AddText(prefix, number)).Argument(OpenFlags(target, create)).Argument(0x180);
    }

    public static SystemCall Mkdirat(KernelTarget target, Operand directory, string path) =>
        Rent(target, "mkdirat", 258, 34, 496).Argument(directory).Argument(path).Argument(0x1C0);

    /// <summary>Polls one descriptor for reading, without waiting.</summary>
    public static SystemCall Poll(KernelTarget target, Operand descriptor)
    {
        SystemCall call = Rent(target, "ppoll", 271, 73, 545);
        BlockReference entry = call.AddBlock(8, BlockDirection.InOut);
        call.Write(entry, 0, 4, descriptor);
        call.Write(entry, 4, 2, 1);
        return call.Argument(entry).Argument(1).Argument(call.AddBlock(16, BlockDirection.In)).Argument(0).Argument(8);
    }

    /// <summary>Waits for a child; its status is block 0.</summary>
    public static SystemCall Wait4(KernelTarget target, Operand pid)
    {
        SystemCall call = Rent(target, "wait4", 61, 260, 7).Argument(pid);
        return call.Argument(call.AddBlock(4, BlockDirection.Out)).Argument(0).Argument(0);
    }

    public static SystemCall Kill(KernelTarget target, Operand pid, int signal) =>
        Rent(target, "kill", 62, 129, 37).Argument(pid).Argument(signal);

    public static SystemCall Fcntl(KernelTarget target, Operand descriptor, int command, long argument) =>
        Rent(target, "fcntl", 72, 25, 92).Argument(descriptor).Argument(command).Argument(argument);

    /// <summary>Makes a descriptor number mean another open file that a program executed later has too.</summary>
    public static SystemCall Dup2(KernelTarget target, Operand source, int destination) => target.System == KernelSystem.Linux
        ? Rent(target, "dup3", 292, 24, 0).Argument(source).Argument(destination).Argument(0)
        : Rent(target, "dup2", 0, 0, 90).Argument(source).Argument(destination);

    public static SystemCall CloseFrom(KernelTarget target, long first) =>
        Rent(target, "close_range", 436, 436, 575).Argument(first).Argument(uint.MaxValue).Argument(0);

    public static SystemCall OpenatAppend(KernelTarget target, Operand directory, string path) =>
        Rent(target, "openat", 257, 56, 499).Argument(directory).Argument(path)
            .Argument(target.System == KernelSystem.Linux ? 0x80000 | 0x40 | 0x400 | 1 : 0x100000 | 0x200 | 8 | 1).Argument(0x1A0);

    /// <summary>Makes a descriptor number mean another open file (F_DUPFD into a number that was just closed is not atomic; dup3 and dup2 are).</summary>
    public static SystemCall Dup(KernelTarget target, Operand source, int destination) => target.System == KernelSystem.Linux
        ? Rent(target, "dup3", 292, 24, 0).Argument(source).Argument(destination).Argument(0x80000)
        : Rent(target, "dup2", 0, 0, 90).Argument(source).Argument(destination);

    public static SystemCall Execve(KernelTarget target, string path, params string[] arguments)
    {
        SystemCall call = Rent(target, "execve", 59, 221, 59).Argument(path);
        BlockReference list = call.AddBlock((arguments.Length + 1) * 8, BlockDirection.In);
        for (int index = 0; index < arguments.Length; index++)
        {
            call.Point(list, index * 8, call.AddText(arguments[index]));
        }

        return call.Argument(list).Argument(call.AddBlock(8, BlockDirection.In));
    }

    public static SystemCall Pause(KernelTarget target)
    {
        SystemCall call = Rent(target, "ppoll", 271, 73, 545);
        return call.Argument(0).Argument(0).Argument(0).Argument(0).Argument(8);
    }

    public static SystemCall Rent(KernelTarget target, string name, int linuxAmd64, int linuxArm64, int freeBsd) => SystemCall.Rent(
        target.System == KernelSystem.FreeBsd ? freeBsd : target.Architecture == KernelArchitecture.Amd64 ? linuxAmd64 : linuxArm64, name);

    private static long OpenFlags(KernelTarget target, bool create) => (target.System, create) switch
    {
        (KernelSystem.Linux, false) => 0x80000,
        (KernelSystem.Linux, true) => 0x80000 | 0x40 | 2,
        (_, false) => 0x100000,
        (_, true) => 0x100000 | 0x200 | 2,
    };
}
