using System.Globalization;
using System.Text;
using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.PowerShell.Narration;

/// <summary>Passes every request on and tells of it: what changes something in words, for -Verbose; all with their arguments, for -Debug.</summary>
internal sealed class NarratedKernel(IKernel kernel, INarrator narrator) : IKernel
{
    private const int LongestBlock = 32;

    public KernelTarget Target => kernel.Target;

    public SystemCallResult Invoke(SystemCall call)
    {
        SystemCallResult result = kernel.Invoke(call);
        ErrorCode error = result.Failed ? ErrorCodes.FromErrno(Target.System, result.Errno) : ErrorCode.None;
        string subject = call.DescribeSubject();
        if (KernelWords.For(call.Name, subject, error) is { } words)
            narrator.Verbose($"{words} {subject}{(result.Failed ? $": {error}" : "")}");
        if (narrator.WantsDebug)
            narrator.Debug($"{call.Name}({Arguments(call)}) = {(result.Failed ? error.ToString() : result.Value.ToString(CultureInfo.InvariantCulture))}");
        return result;
    }

    public IProgramLaunch Launch(LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        narrator.Verbose($"Starting a process that plays a program of {program.Lines.Count} steps");
        if (narrator.WantsDebug)
        {
            foreach (string line in program.Lines)
                narrator.Debug(line);
        }

        return kernel.Launch(program, descriptors);
    }

    private static string Arguments(SystemCall call)
    {
        var text = new StringBuilder();
        foreach (SystemCallArgument argument in call.Arguments)
        {
            text.Append(text.Length > 0 ? ", " : "");
            if (argument.Kind == SystemCallArgumentKind.Block)
                text.Append(Block(call, (int)argument.Value));
            else
                text.Append(argument.Value);
        }

        return text.ToString();
    }

    private static string Block(SystemCall call, int index)
    {
        SystemCallBlock block = call.Blocks[index];
        Span<byte> bytes = call.Bytes(new BlockReference(index));
        if (call.IsSecret && block.Direction == BlockDirection.In)
            return $"<{bytes.Length} bytes left out>";
        if (block.IsText)
            return $"\"{Encoding.UTF8.GetString(bytes[..^1])}\"";
        return bytes.Length > LongestBlock ? $"<{bytes.Length} bytes>" : "0x" + Convert.ToHexString(bytes);
    }
}
