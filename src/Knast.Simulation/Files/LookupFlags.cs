namespace Knast.Simulation.Files;

/// <summary>How a path is looked up (namei(9)).</summary>
[Flags]
internal enum LookupFlags
{
    None = 0,

    /// <summary>A link in the last place is followed.</summary>
    Follow = 1,

    /// <summary>The path may not leave where it starts (ENOTCAPABLE).</summary>
    Beneath = 2,

    /// <summary>The last name may be missing, and a slash after it is allowed only for a directory.</summary>
    Create = 4,

    /// <summary>What is made will be a directory.</summary>
    WillBeDirectory = 8,

    /// <summary>An empty path means where it starts.</summary>
    Empty = 16,
}
