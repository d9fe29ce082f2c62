using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>The fields that hold names of anchors, tables, labels and tags (netpfil/pf/pf.h).</summary>
internal static class PacketFilterNames
{
    /// <summary>The path of an anchor.</summary>
    [AbiConstant("MAXPATHLEN")]
    public const int AnchorPathSize = 1024;

    /// <summary>One component of it.</summary>
    [AbiConstant("PF_ANCHOR_NAME_SIZE")]
    public const int AnchorNameSize = 64;

    /// <summary>The name of a table.</summary>
    [AbiConstant("PF_TABLE_NAME_SIZE")]
    public const int TableSize = 32;

    /// <summary>The label of a rule.</summary>
    [AbiConstant("PF_RULE_LABEL_SIZE")]
    public const int LabelSize = 64;

    /// <summary>A tag.</summary>
    [AbiConstant("PF_TAG_NAME_SIZE")]
    public const int TagSize = 64;

    /// <summary>The name of a queue.</summary>
    [AbiConstant("PF_QNAME_SIZE")]
    public const int QueueSize = 64;

    /// <summary>Demands the path of an anchor; empty is the main ruleset.</summary>
    /// <exception cref="ArgumentException">It is too long, or a component is empty or has more than 63 bytes.</exception>
    public static void RequireAnchor(string path)
    {
        FixedText.Require(path, AnchorPathSize, "The anchor");
        foreach (string component in path.Length == 0 ? [] : path.Split('/'))
        {
            ArgumentException.ThrowIfNullOrEmpty(component, $"anchor \"{path}\"");
            FixedText.Require(component, AnchorNameSize, $"In the anchor \"{path}\" the name");
        }
    }

    /// <summary>Demands the name of a table.</summary>
    /// <exception cref="ArgumentException">It is empty or has more than 31 bytes.</exception>
    public static void RequireTable(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        FixedText.Require(name, TableSize, "The table");
    }
}
