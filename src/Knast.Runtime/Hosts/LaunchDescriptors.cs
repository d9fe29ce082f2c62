namespace Knast.Runtime.Hosts;

/// <summary>The numbers of the descriptors that a container's program finds, beside 0, 1 and 2.</summary>
internal static class LaunchDescriptors
{
    /// <summary>The report socket.</summary>
    public const int Report = 3;

    /// <summary>The run directory of the container.</summary>
    public const int RunDirectory = 5;

    /// <summary>The directory of the container, which takes the log and the exit status.</summary>
    public const int ContainerDirectory = 6;

    /// <summary>The reading end of standard output, for the monitor.</summary>
    public const int OutputReader = 7;

    /// <summary>The reading end of standard error, for the monitor.</summary>
    public const int ErrorReader = 8;

    /// <summary>The root file system as a mount that is attached nowhere; only where there is one.</summary>
    public const int Rootfs = 9;

    /// <summary>The first that is not used.</summary>
    public const int End = 10;
}
