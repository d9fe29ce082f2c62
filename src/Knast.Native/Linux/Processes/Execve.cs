using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>execve(2). Only in programs.</summary>
public static class Execve
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="path">A register with the address of the program's path.</param>
    /// <param name="arguments">Its arguments, the first being its name.</param>
    /// <param name="environment">Variables as NAME=value.</param>
    public static SystemCall Compose(KernelTarget target, Operand path, IReadOnlyList<string> arguments, IReadOnlyList<string> environment)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(environment);
        SystemCall call = LinuxSystemCall.Execve(target);
        call.IsSecret = true;
        call.Argument(path);
        return call.Argument(AddList(call, arguments)).Argument(AddList(call, environment));
    }

    private static BlockReference AddList(SystemCall call, IReadOnlyList<string> texts)
    {
        BlockReference list = call.AddBlock((texts.Count + 1) * 8, BlockDirection.In);
        for (int index = 0; index < texts.Count; index++)
        {
            call.Point(list, index * 8, call.AddText(texts[index]));
        }

        return list;
    }
}
