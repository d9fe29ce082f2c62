namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What a field is that the kernel tells under a name.</summary>
internal enum NameValueFieldKind
{
    /// <summary>A number without a sign.</summary>
    Number,

    /// <summary>A number with a sign.</summary>
    SignedNumber,

    /// <summary>Several numbers.</summary>
    Numbers,

    /// <summary>A string.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Binary,
}
