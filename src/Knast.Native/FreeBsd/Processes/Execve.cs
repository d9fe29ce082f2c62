using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>
/// execve(2): the process becomes another program. Only in programs. ENOENT, EACCES, ENOEXEC (no program, or its interpreter or ABI is missing),
/// E2BIG, ETXTBSY, ENOMEM.
/// </summary>
public static class Execve
{
    /// <summary>Makes the call with a path that is known.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="path">The program.</param>
    /// <param name="arguments">Its arguments, the first being its name.</param>
    /// <param name="environment">Variables as NAME=value.</param>
    public static SystemCall Compose(KernelTarget target, KernelText path, IReadOnlyList<string> arguments, IReadOnlyList<string> environment) =>
        AddLists(FreeBsdSystemCall.Execve(target).Argument(path), arguments, environment);

    /// <summary>Makes the call with a path that was looked for.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="path">A register with the address of the program's path.</param>
    /// <param name="arguments">Its arguments, the first being its name.</param>
    /// <param name="environment">Variables as NAME=value.</param>
    public static SystemCall Compose(KernelTarget target, Operand path, IReadOnlyList<string> arguments, IReadOnlyList<string> environment) =>
        AddLists(FreeBsdSystemCall.Execve(target).Argument(path), arguments, environment);

    private static SystemCall AddLists(SystemCall call, IReadOnlyList<string> arguments, IReadOnlyList<string> environment)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(environment);
        call.IsSecret = true;
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
