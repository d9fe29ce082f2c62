using Knast.Native.FreeBsd;
using Knast.Native.Kernel;

namespace Knast.Simulation;

/// <summary>A release of FreeBSD whose kernel is simulated.</summary>
public sealed record SimulatedRelease
{
    private SimulatedRelease(string name, int osreldate)
    {
        Name = name;
        Osreldate = osreldate;
    }

    /// <summary>FreeBSD 13.2.</summary>
    public static SimulatedRelease V13 { get; } = new("13.2", 1302001);

    /// <summary>FreeBSD 15.1.</summary>
    public static SimulatedRelease V15 { get; } = new("15.1", 1501000);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SimulatedRelease> All { get; } = [V13, V15];

    /// <summary>The version, such as <c>15.1</c>.</summary>
    public string Name { get; }

    /// <summary>The value of <c>kern.osreldate</c> (sys/param.h, <c>__FreeBSD_version</c>).</summary>
    public int Osreldate { get; }

    /// <summary>What uname(3) calls the release.</summary>
    public string OsRelease => Name + "-RELEASE";

    /// <summary>Whether the kernel is that of 15.0 or newer.</summary>
    internal bool Is15 => FreeBsdVersion.Is15(new KernelTarget(KernelSystem.FreeBsd, KernelArchitecture.Amd64, Osreldate));

    /// <summary>Finds a release by its version.</summary>
    /// <param name="name">The version, such as <c>15.1</c>.</param>
    /// <exception cref="FormatException">No kernel of that version is simulated.</exception>
    public static SimulatedRelease Parse(string name) => All.FirstOrDefault(release => release.Name == name)
        ?? throw new FormatException($"No kernel of version \"{name}\" is simulated; {string.Join(" and ", All.Select(static release => release.Name))} are.");

    /// <inheritdoc/>
    public override string ToString() => "FreeBSD " + Name;
}
