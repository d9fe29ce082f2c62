using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>Says which launchers this build has.</summary>
public static class LauncherPresence
{
    /// <summary>Whether a launcher for a target was built in.</summary>
    /// <param name="target">The target.</param>
    public static bool Has(KernelTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return typeof(LauncherPresence).Assembly.GetManifestResourceInfo("launcher-" + target.Name) is not null;
    }
}
