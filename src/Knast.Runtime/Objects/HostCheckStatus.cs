namespace Knast;

/// <summary>The result of a check of the host.</summary>
public enum HostCheckStatus
{
    /// <summary>Works.</summary>
    Available,

    /// <summary>Works in part, or in another way; the detail says how.</summary>
    Limited,

    /// <summary>Does not work here; what needs it is refused.</summary>
    Missing,
}
