namespace Knast.Simulation.Jails;

/// <summary>What a machine or a jail is called.</summary>
internal sealed class JailHost
{
    public string Hostname { get; set; } = "";

    public string Domainname { get; set; } = "";

    public string Uuid { get; set; } = "00000000-0000-0000-0000-000000000000";

    public ulong Id { get; set; }
}
