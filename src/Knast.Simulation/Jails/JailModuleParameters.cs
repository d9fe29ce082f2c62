using Knast.Native.Kernel;
using Knast.Simulation.Options;

namespace Knast.Simulation.Jails;

/// <summary>Jail parameters that parts of the kernel added (osd_jail_call): System V IPC, Linux, and on 15.1 <c>meta</c> and <c>env</c>.</summary>
internal static class JailModuleParameters
{
    private const string LinuxRelease13 = "4.4.0";
    private const string LinuxRelease15 = "5.15.0";

    /// <summary>Checks and sets.</summary>
    public static void Set(SimulatedMachine machine, Jail jail, OptionList options, bool isOnlyCheck)
    {
        JailExtras extras = jail.Extras;
        (string Name, Action<JailSystem> Apply)[] systems =
        [
            ("sysvmsg", value => extras.SysvMessages = value),
            ("sysvsem", value => extras.SysvSemaphores = value),
            ("sysvshm", value => extras.SysvSharedMemory = value),
        ];
        foreach ((string name, Action<JailSystem> apply) in systems)
        {
            if (options.Int32(name) is { } number)
            {
                KernelError.Unless(number is >= 0 and <= 2, ErrorCode.EINVAL);
                Do(isOnlyCheck, () => apply((JailSystem)number));
            }
            else if (options.Has("allow.sysvipc"))
            {
                Do(isOnlyCheck, () => apply(JailSystem.Inherit));
            }
        }

        if (machine.Modules.HasLinux)
        {
            SetLinux(machine, extras, options, isOnlyCheck);
        }

        if (machine.Release.Is15)
        {
            extras.Meta = JailKeyValues.Set(options, "meta", extras.Meta, isOnlyCheck);
            extras.Environment = JailKeyValues.Set(options, "env", extras.Environment, isOnlyCheck);
        }
    }

    /// <summary>Answers.</summary>
    public static void Get(SimulatedMachine machine, Jail jail, OptionList options)
    {
        JailExtras extras = jail.Extras;
        options.Set("sysvmsg", (int)extras.SysvMessages);
        options.Set("sysvsem", (int)extras.SysvSemaphores);
        options.Set("sysvshm", (int)extras.SysvSharedMemory);
        if (machine.Modules.HasLinux)
        {
            options.Set("linux", (int)(extras.HasLinux ? JailSystem.New : JailSystem.Inherit));
            options.SetText("linux.osname", extras.LinuxName);
            options.SetText("linux.osrelease", extras.LinuxRelease.Length > 0 ? extras.LinuxRelease : DefaultRelease(machine));
            options.Set("linux.oss_version", extras.LinuxSoundVersion);
        }

        if (machine.Release.Is15)
        {
            JailKeyValues.Get(options, "meta", extras.Meta);
            JailKeyValues.Get(options, "env", extras.Environment);
        }
    }

    private static string DefaultRelease(SimulatedMachine machine) => machine.Release.Is15 ? LinuxRelease15 : LinuxRelease13;

    private static void SetLinux(SimulatedMachine machine, JailExtras extras, OptionList options, bool isOnlyCheck)
    {
        int? system = options.Int32("linux");
        KernelError.Unless(system is null or 1 or 2, ErrorCode.EINVAL);
        string? name = options.Text("linux.osname");
        string? release = options.Text("linux.osrelease");
        int? sound = options.Int32("linux.oss_version");
        Do(isOnlyCheck, () =>
        {
            extras.HasLinux = system is { } given ? given == 1 : extras.HasLinux || name is not null || release is not null || sound is not null;
            extras.LinuxName = name ?? extras.LinuxName;
            extras.LinuxRelease = release ?? (extras.LinuxRelease.Length > 0 ? extras.LinuxRelease : DefaultRelease(machine));
            extras.LinuxSoundVersion = sound ?? extras.LinuxSoundVersion;
        });
    }

    private static void Do(bool isOnlyCheck, Action act)
    {
        if (!isOnlyCheck)
        {
            act();
        }
    }
}
