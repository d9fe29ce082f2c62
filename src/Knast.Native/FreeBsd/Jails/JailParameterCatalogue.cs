using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Sysctls;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Jails;

/// <summary>
/// The parameters that a kernel's jails have, as the sysctls below <c>security.jail.param</c> describe them; modules add their own
/// (<c>allow.mount.nullfs</c>, <c>linux</c>). jail_set(2) refuses any other.
/// </summary>
public static class JailParameterCatalogue
{
    private const string Root = "security.jail.param";

    [AbiConstant("CTLFLAG_WR")]
    private const uint Writable = 0x40000000;

    [AbiConstant("CTLFLAG_TUN")]
    private const uint Tunable = 0x80000;

    /// <summary>Reads them.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>By name. Empty inside a jail that may not look.</returns>
    /// <exception cref="NativeException">The kernel refused.</exception>
    public static IReadOnlyDictionary<string, JailParameterDefinition> Read(IKernel kernel)
    {
        var definitions = new Dictionary<string, JailParameterDefinition>(StringComparer.Ordinal);
        foreach (SysctlNode node in SysctlTree.List(kernel, Root))
        {
            if (node.Name.StartsWith(Root + ".", StringComparison.Ordinal) && Define(kernel, node) is { } definition)
            {
                definitions[definition.Name] = definition;
            }
        }

        return definitions;
    }

    /// <summary>What a node says of a parameter; null for a node that is none.</summary>
    internal static JailParameterKind? KindOf(SysctlKind kind, string format) => kind switch
    {
        SysctlKind.Int or SysctlKind.UInt when format.StartsWith('B') => JailParameterKind.Flag,
        SysctlKind.Int or SysctlKind.UInt when format == "E,jailsys" => JailParameterKind.System,
        SysctlKind.Int or SysctlKind.UInt => JailParameterKind.Number,
        SysctlKind.Long or SysctlKind.ULong or SysctlKind.Int64 or SysctlKind.UInt64 => JailParameterKind.LongNumber,
        SysctlKind.String => JailParameterKind.Text,
        SysctlKind.Opaque when format.StartsWith("S,in_addr", StringComparison.Ordinal) => JailParameterKind.Addresses4,
        SysctlKind.Opaque when format.StartsWith("S,in6_addr", StringComparison.Ordinal) => JailParameterKind.Addresses6,
        SysctlKind.Opaque => JailParameterKind.Structure,
        _ => null,
    };

    private static JailParameterDefinition? Define(IKernel kernel, SysctlNode node)
    {
        if (KindOf(node.Kind, node.Format) is not { } kind)
        {
            return null;
        }

        // A parameter that also has parameters below it, such as allow.mount, is a child without a name: "allow.mount.".
        string name = node.Name[(Root.Length + 1)..].TrimEnd('.');
        int length = kind switch
        {
            JailParameterKind.Addresses4 => 4,
            JailParameterKind.Addresses6 => 16,
            JailParameterKind.LongNumber => 8,
            JailParameterKind.Text => LengthOfText(kernel, node),
            JailParameterKind.Structure => LengthOfStructure(kernel, node),
            _ => 4,
        };
        JailParameterAccess access = (node.Flags & Writable) != 0 ? JailParameterAccess.ReadWrite
            : (node.Flags & Tunable) != 0 ? JailParameterAccess.AtCreation
            : JailParameterAccess.ReadOnly;
        return new JailParameterDefinition(name, kind, length, access);
    }

    // The value of the sysctl of a structure is its size.
    private static int LengthOfStructure(IKernel kernel, SysctlNode node)
    {
        byte[] size = Sysctl.Read(kernel, [.. node.Oid]);
        return size.Length == 8 ? checked((int)BinaryPrimitives.ReadInt64LittleEndian(size)) : 0;
    }

    // The value of the sysctl of a string is the most bytes it takes, in decimal.
    private static int LengthOfText(IKernel kernel, SysctlNode node)
    {
        string text = Encoding.ASCII.GetString(Sysctl.Read(kernel, [.. node.Oid])).TrimEnd('\0');
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int length) ? length : 0;
    }
}
