namespace Knast;

/// <summary>Whether one thing works on this host.</summary>
/// <param name="Name">The thing.</param>
/// <param name="Status">Whether it works.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Remedy">What would make it work; empty where nothing is needed.</param>
public sealed record HostCheck(string Name, HostCheckStatus Status, string Detail, string Remedy = "")
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Status}";
}
