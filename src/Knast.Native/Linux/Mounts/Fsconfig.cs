using Knast.Native.Kernel;

namespace Knast.Native.Linux.Mounts;

/// <summary>fsconfig(2): sets options of a file system that fsopen(2) began.</summary>
public static class Fsconfig
{
    private const int SetFlag = 0;
    private const int SetString = 1;
    private const int SetDescriptor = 5;
    private const int CreateCommand = 6;

    /// <summary>Sets an option without a value.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="context">What fsopen(2) gave.</param>
    /// <param name="key">The option.</param>
    public static SystemCall ComposeFlag(KernelTarget target, Operand context, KernelText key) =>
        LinuxSystemCall.Fsconfig(target).Argument(context).Argument(SetFlag).Argument(key).Argument(0).Argument(0);

    /// <summary>Sets an option to a string of at most 255 bytes.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="context">What fsopen(2) gave.</param>
    /// <param name="key">The option.</param>
    /// <param name="value">Its value.</param>
    public static SystemCall ComposeString(KernelTarget target, Operand context, KernelText key, KernelText value)
    {
        SystemCall call = LinuxSystemCall.Fsconfig(target).Argument(context).Argument(SetString).Argument(key);
        return call.Argument(call.AddText(value)).Argument(0);
    }

    /// <summary>Sets an option to a descriptor.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="context">What fsopen(2) gave.</param>
    /// <param name="key">The option.</param>
    /// <param name="value">The descriptor.</param>
    public static SystemCall ComposeDescriptor(KernelTarget target, Operand context, KernelText key, Operand value) =>
        LinuxSystemCall.Fsconfig(target).Argument(context).Argument(SetDescriptor).Argument(key).Argument(0).Argument(value);

    /// <summary>Makes the file system (FSCONFIG_CMD_CREATE).</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="context">What fsopen(2) gave.</param>
    public static SystemCall ComposeCreate(KernelTarget target, Operand context) =>
        LinuxSystemCall.Fsconfig(target).Argument(context).Argument(CreateCommand).Argument(0).Argument(0).Argument(0);
}
