namespace Knast.Native.FreeBsd.Jails;

/// <summary>What the value of a jail parameter is.</summary>
public enum JailParameterKind
{
    /// <summary>int, 4 bytes.</summary>
    Number,

    /// <summary>unsigned long, 8 bytes.</summary>
    LongNumber,

    /// <summary>There or not. To jail_set(2) it is a name without a value, or its <c>no</c> form; from jail_get(2) it is an int.</summary>
    Flag,

    /// <summary>One of <see cref="JailSystem"/>, 4 bytes.</summary>
    System,

    /// <summary>A string with its NUL.</summary>
    Text,

    /// <summary>IPv4 addresses, 4 bytes each.</summary>
    Addresses4,

    /// <summary>IPv6 addresses, 16 bytes each.</summary>
    Addresses6,

    /// <summary>Bytes that Knast does not look into.</summary>
    Structure,
}
