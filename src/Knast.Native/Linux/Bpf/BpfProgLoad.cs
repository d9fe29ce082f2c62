using System.Text;
using Knast.Native.Kernel;

namespace Knast.Native.Linux.Bpf;

/// <summary>bpf(2), BPF_PROG_LOAD: gives a program to the kernel, which verifies that it ends and touches nothing that it must not.</summary>
public static class BpfProgLoad
{
    private const int Command = 5;

    // linux/bpf.h: union bpf_attr up to and including prog_name; a kernel takes the rest as zeros.
    private const int AttributeLength = 64;
    private const int NameOffset = 48;
    private const int LongestName = 15;
    private const int LogLength = 1 << 16;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="type">What the program is for.</param>
    /// <param name="program">Its instructions.</param>
    /// <param name="name">A name for those who list programs: at most 15 letters, digits and underscores.</param>
    public static SystemCall Compose(KernelTarget target, BpfProgramType type, IReadOnlyList<BpfInstruction> program, string name) =>
        Compose(target, type, program, name, hasLog: false).Call;

    /// <summary>Loads a program. It lives as long as the descriptor, or as what it is attached to.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="type">What the program is for.</param>
    /// <param name="program">Its instructions.</param>
    /// <param name="name">A name for those who list programs: at most 15 letters, digits and underscores.</param>
    /// <exception cref="NativeException">EPERM (CAP_BPF is missing), EINVAL and EACCES (the verifier refused; its last words are in the message), E2BIG.</exception>
    public static KernelDescriptor Invoke(IKernel kernel, BpfProgramType type, IReadOnlyList<BpfInstruction> program, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, type, program, name);
        SystemCallResult result = kernel.Invoke(call);
        return result.Failed
            ? throw new NativeException(KernelSystem.Linux, result.Errno, call.Name, call.Subject!, AskWhy(kernel, type, program, name))
            : new KernelDescriptor(kernel, (int)result.Value);
    }

    // The log costs time, so it is asked for only after a failure.
    private static string? AskWhy(IKernel kernel, BpfProgramType type, IReadOnlyList<BpfInstruction> program, string name)
    {
        (SystemCall call, BlockReference log) = Compose(kernel.Target, type, program, name, hasLog: true);
        using (call)
        {
            SystemCallResult result = kernel.Invoke(call);
            if (!result.Failed)
            {
                new KernelDescriptor(kernel, (int)result.Value).Dispose();
                return null;
            }

            ReadOnlySpan<byte> bytes = call.Bytes(log);
            int end = bytes.IndexOf((byte)0);
            string[] lines = Encoding.ASCII.GetString(end < 0 ? bytes : bytes[..end]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return lines.Length == 0 ? null : string.Join("; ", lines.TakeLast(3));
        }
    }

    private static (SystemCall Call, BlockReference Log) Compose(
        KernelTarget target, BpfProgramType type, IReadOnlyList<BpfInstruction> program, string name, bool hasLog)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > LongestName)
        {
            throw new ArgumentException($"\"{name}\" has {name.Length} characters; a program's name has at most {LongestName}.", nameof(name));
        }

        SystemCall call = LinuxSystemCall.Bpf(target).Argument(Command);
        call.Subject = $"BPF_PROG_LOAD {name}";
        BlockReference attributes = call.AddBlock(AttributeLength, BlockDirection.In);
        BlockReference instructions = call.AddBlock(program.Count * BpfInstruction.Length, BlockDirection.In);
        for (int index = 0; index < program.Count; index++)
        {
            program[index].WriteTo(call.Bytes(instructions)[(index * BpfInstruction.Length)..]);
        }

        call.Write(attributes, 0, 4, (long)type);
        call.Write(attributes, 4, 4, program.Count);
        call.Point(attributes, 8, instructions);
        call.Point(attributes, 16, call.AddText("MIT"));
        Encoding.ASCII.GetBytes(name, call.Bytes(attributes)[NameOffset..]);
        BlockReference log = default;
        if (hasLog)
        {
            log = call.AddBlock(LogLength, BlockDirection.Out);
            call.Write(attributes, 24, 4, 1);
            call.Write(attributes, 28, 4, LogLength);
            call.Point(attributes, 32, log);
        }

        return (call.Argument(attributes).Argument(AttributeLength), log);
    }
}
