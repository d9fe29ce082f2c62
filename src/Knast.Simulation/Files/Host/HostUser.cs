namespace Knast.Simulation.Files.Host;

/// <summary>Owners of this machine's files as the simulated machine sees them: what belongs to whoever runs us belongs to root there.</summary>
internal static class HostUser
{
    private static readonly bool s_isRoot = Environment.IsPrivilegedProcess;

    public static uint Translate(uint id) => s_isRoot ? id : 0;
}
