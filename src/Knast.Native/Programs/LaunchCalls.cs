using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>The few calls, the same on both systems but for their numbers, that starting a program and listening to it takes.</summary>
internal static class LaunchCalls
{
    private const int UnixFamily = 1;
    private const int SequencedPackets = 5;
    private const int SetStatusFlags = 4;
    private const int WaitNoHang = 1;
    private const int SignalKill = 9;
    private const short PollIn = 1;
    private const int PollEntrySize = 8;

    /// <summary>socketpair(2): two connected AF_UNIX sockets that keep message boundaries, close-on-exec.</summary>
    public static (KernelDescriptor Ours, KernelDescriptor Theirs) Socketpair(IKernel kernel)
    {
        long closeOnExec = Choose(kernel, 0x80000, 0x10000000);
        using SystemCall call = Rent(kernel, "socketpair", 53, 199, 135);
        BlockReference pair = call.AddBlock(8, BlockDirection.Out);
        call.Argument(UnixFamily).Argument(SequencedPackets | closeOnExec).Argument(0).Argument(pair);
        kernel.Require(call);
        return ReadPair(kernel, call.Bytes(pair));
    }

    /// <summary>pipe2(2), close-on-exec and non-blocking.</summary>
    public static (KernelDescriptor Read, KernelDescriptor Write) Pipe(IKernel kernel)
    {
        using SystemCall call = Rent(kernel, "pipe2", 293, 59, 542);
        BlockReference pair = call.AddBlock(8, BlockDirection.Out);
        call.Argument(pair).Argument(Choose(kernel, 0x80000 | 0x800, 0x100000 | 4));
        kernel.Require(call);
        return ReadPair(kernel, call.Bytes(pair));
    }

    /// <summary>An anonymous file, close-on-exec: memfd_create(2), or shm_open2 with SHM_ANON.</summary>
    public static KernelDescriptor AnonymousFile(IKernel kernel, string name, bool isExecutable)
    {
        const long AllowSealing = 2;
        const long CloseOnExec = 1;
        const long Executable = 0x10;
        const int FirstWithExecutable = 6003;
        if (kernel.Target.System == KernelSystem.Linux)
        {
            using SystemCall create = Rent(kernel, "memfd_create", 319, 279, 0);
            long executable = isExecutable && kernel.Target.Version >= FirstWithExecutable ? Executable : 0;
            create.Argument(name).Argument(CloseOnExec | AllowSealing | executable);
            return kernel.RequireDescriptor(create);
        }

        const long Anonymous = 1;
        const long ReadWrite = 2;
        using SystemCall open = Rent(kernel, "shm_open2", 0, 0, 571);
        open.Argument(Anonymous).Argument(ReadWrite | 0x100000).Argument(0).Argument(0).Argument(0);
        return kernel.RequireDescriptor(open);
    }

    /// <summary>Gives a new file its whole content (ftruncate(2), pwrite(2)).</summary>
    public static unsafe void Fill(IKernel kernel, KernelDescriptor file, ReadOnlySpan<byte> content)
    {
        using (SystemCall truncate = Rent(kernel, "ftruncate", 77, 46, 480))
        {
            kernel.Require(truncate.Argument(file).Argument(content.Length));
        }

        fixed (byte* start = content)
        {
            for (int done = 0; done < content.Length;)
            {
                using SystemCall write = Rent(kernel, "pwrite", 18, 68, 476);
                BlockReference rest = write.AddExternal(start + done, content.Length - done, BlockDirection.In);
                done += (int)kernel.Require(write.Argument(file).Argument(rest).Argument(content.Length - done).Argument(done));
            }
        }
    }

    /// <summary>fcntl(2) with a number.</summary>
    public static long Fcntl(IKernel kernel, KernelDescriptor descriptor, int command, long argument)
    {
        using SystemCall call = Rent(kernel, "fcntl", 72, 25, 92);
        return kernel.Require(call.Argument(descriptor).Argument(command).Argument(argument));
    }

    /// <summary>A copy of a descriptor whose number is at least so large, close-on-exec (F_DUPFD_CLOEXEC).</summary>
    public static KernelDescriptor DuplicateAbove(IKernel kernel, KernelDescriptor descriptor, int lowest) =>
        new(kernel, (int)Fcntl(kernel, descriptor, (int)Choose(kernel, 1030, 17), lowest));

    /// <summary>Makes a descriptor non-blocking (F_SETFL).</summary>
    public static void SetNonBlocking(IKernel kernel, KernelDescriptor descriptor) =>
        Fcntl(kernel, descriptor, SetStatusFlags, Choose(kernel, 0x800, 4));

    /// <summary>Waits until a descriptor can be read, or the other one, or the time is over (ppoll(2)).</summary>
    /// <returns>Whether the first one can be read.</returns>
    public static bool WaitReadable(IKernel kernel, KernelDescriptor descriptor, KernelDescriptor? other, TimeSpan? limit)
    {
        using SystemCall call = Rent(kernel, "ppoll", 271, 73, 545);
        int count = other is null ? 1 : 2;
        BlockReference entries = call.AddBlock(count * PollEntrySize, BlockDirection.InOut);
        call.Write(entries, 0, 4, descriptor.Number);
        call.Write(entries, 4, 2, PollIn);
        if (other is not null)
        {
            call.Write(entries, PollEntrySize, 4, other.Number);
            call.Write(entries, PollEntrySize + 4, 2, PollIn);
        }

        call.Argument(entries).Argument(count);
        if (limit is TimeSpan time)
        {
            BlockReference timespec = call.AddBlock(16, BlockDirection.In);
            call.Write(timespec, 0, 8, (long)time.TotalSeconds);
            call.Write(timespec, 8, 8, time.Ticks % TimeSpan.TicksPerSecond * 100);
            call.Argument(timespec);
        }
        else
        {
            call.Argument(0);
        }

        kernel.Require(call.Argument(0).Argument(8));
        return BinaryPrimitives.ReadInt16LittleEndian(call.Bytes(entries)[6..]) != 0;
    }

    /// <summary>Sends or writes one byte without ever blocking or raising SIGPIPE.</summary>
    public static SystemCallResult SendByte(IKernel kernel, KernelDescriptor socket)
    {
        using SystemCall call = Rent(kernel, "sendto", 44, 206, 133);
        // FreeBSD 15 lets messages run together that do not end with MSG_EOR (8).
        long flags = Choose(kernel, 0x4000 | 0x40, 0x20000 | 0x80 | 0x8);
        call.Argument(socket).ArgumentBytes([1]).Argument(1).Argument(flags).Argument(0).Argument(0);
        return kernel.Invoke(call);
    }

    /// <summary>Writes one byte.</summary>
    public static void WriteByte(IKernel kernel, KernelDescriptor pipe)
    {
        using SystemCall call = Rent(kernel, "write", 1, 64, 4);
        kernel.Invoke(call.Argument(pipe).ArgumentBytes([1]).Argument(1));
    }

    /// <summary>Empties a non-blocking pipe.</summary>
    public static void ReadByte(IKernel kernel, KernelDescriptor pipe)
    {
        using SystemCall call = Rent(kernel, "read", 0, 63, 3);
        BlockReference bytes = call.AddBlock(16, BlockDirection.Out);
        kernel.Invoke(call.Argument(pipe).Argument(bytes).Argument(16));
    }

    /// <summary>wait4(2) for one child.</summary>
    /// <returns>Whether it has ended, now or before.</returns>
    public static bool Reap(IKernel kernel, int pid, bool isBlocking)
    {
        using SystemCall call = Rent(kernel, "wait4", 61, 260, 7);
        SystemCallResult result = kernel.Invoke(call.Argument(pid).Argument(0).Argument(isBlocking ? 0 : WaitNoHang).Argument(0));
        return result.Failed || result.Value == pid;
    }

    /// <summary>kill(2) with SIGKILL.</summary>
    public static void Kill(IKernel kernel, int pid)
    {
        using SystemCall call = Rent(kernel, "kill", 62, 129, 37);
        kernel.Invoke(call.Argument(pid).Argument(SignalKill));
    }

    /// <summary>A descriptor that becomes readable when a child ends: pidfd_open(2), or a kqueue(2) with EVFILT_PROC.</summary>
    public static KernelDescriptor OpenEnd(IKernel kernel, int pid)
    {
        if (kernel.Target.System == KernelSystem.Linux)
        {
            using SystemCall open = Rent(kernel, "pidfd_open", 434, 434, 0);
            return kernel.RequireDescriptor(open.Argument(pid).Argument(0));
        }

        const short FilterProcess = -5;
        const int Add = 1;
        const long NoteExit = 0x80000000;
        const int EventSize = 64;
        using SystemCall create = Rent(kernel, "kqueue", 0, 0, 362);
        KernelDescriptor queue = kernel.RequireDescriptor(create);
        using SystemCall change = Rent(kernel, "kevent", 0, 0, 560);
        BlockReference entry = change.AddBlock(EventSize, BlockDirection.In);
        change.Write(entry, 0, 8, pid);
        change.Write(entry, 8, 2, FilterProcess);
        change.Write(entry, 10, 2, Add);
        change.Write(entry, 12, 4, NoteExit);
        kernel.Invoke(change.Argument(queue).Argument(entry).Argument(1).Argument(0).Argument(0).Argument(0));
        return queue;
    }

    /// <summary>The system's value of a constant.</summary>
    public static long Choose(IKernel kernel, long linux, long freeBsd) =>
        kernel.Target.System == KernelSystem.Linux ? linux : freeBsd;

    /// <summary>A call under its number.</summary>
    public static SystemCall Rent(IKernel kernel, string name, int linuxAmd64, int linuxArm64, int freeBsd)
    {
        KernelTarget target = kernel.Target;
        int linux = target.Architecture == KernelArchitecture.Amd64 ? linuxAmd64 : linuxArm64;
        return SystemCall.Rent(target.System == KernelSystem.Linux ? linux : freeBsd, name);
    }

    private static (KernelDescriptor First, KernelDescriptor Second) ReadPair(IKernel kernel, ReadOnlySpan<byte> pair) =>
        (new KernelDescriptor(kernel, BinaryPrimitives.ReadInt32LittleEndian(pair)),
            new KernelDescriptor(kernel, BinaryPrimitives.ReadInt32LittleEndian(pair[4..])));
}
