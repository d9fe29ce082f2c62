namespace Knast.Runtime.Hosts;

/// <summary>What the reports of a container's program mean.</summary>
internal static class LaunchReports
{
    /// <summary>The process id of the container's first process.</summary>
    public const int Process = 1;

    /// <summary>All is ready; the program awaits a go-ahead and then waits on the FIFO.</summary>
    public const int Ready = 2;

    /// <summary>The program to execute was not found; the value is the error number.</summary>
    public const int ExecutableMissing = 3;

    /// <summary>The process id of the monitor; comes before <see cref="Process"/>.</summary>
    public const int Monitor = 4;
}
