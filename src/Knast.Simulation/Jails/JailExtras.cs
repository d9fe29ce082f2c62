namespace Knast.Simulation.Jails;

/// <summary>What parts of the kernel keep about a jail beside what every jail has.</summary>
internal sealed class JailExtras
{
    public JailSystem SysvMessages { get; set; } = JailSystem.Disable;

    public JailSystem SysvSemaphores { get; set; } = JailSystem.Disable;

    public JailSystem SysvSharedMemory { get; set; } = JailSystem.Disable;

    /// <summary>Lines of <c>key=value</c> that the host keeps about it (15.1).</summary>
    public string Meta { get; set; } = "";

    /// <summary>The same, for the jail to read (15.1).</summary>
    public string Environment { get; set; } = "";

    /// <summary>Whether it has its own idea of which Linux it is.</summary>
    public bool HasLinux { get; set; }

    public string LinuxName { get; set; } = "Linux";

    public string LinuxRelease { get; set; } = "";

    public int LinuxSoundVersion { get; set; } = 198144;
}
