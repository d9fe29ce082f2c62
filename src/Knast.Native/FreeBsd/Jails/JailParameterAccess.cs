namespace Knast.Native.FreeBsd.Jails;

/// <summary>Whether a jail parameter can be set.</summary>
public enum JailParameterAccess
{
    /// <summary>Never: the kernel tells it.</summary>
    ReadOnly,

    /// <summary>When the jail is made, and not later.</summary>
    AtCreation,

    /// <summary>At any time.</summary>
    ReadWrite,
}
