using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Sysctls;

/// <summary>
/// Questions about the names of sysctls: sysctl(3) with 0.1 (name), 0.2 (next), 0.3 (numbers of a name), 0.4 (kind and format).
/// </summary>
public static class SysctlTree
{
    private const int LongestName = 1024;

    /// <summary>The numbers of a name.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The name.</param>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="NativeException">Anything but ENOENT.</exception>
    public static int[]? Find(IKernel kernel, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Sysctl.Compose(
            kernel.Target, [SysctlConstants.OfSysctl, SysctlConstants.NameToOid], SysctlConstants.MaximumComponents * 4,
            Encoding.UTF8.GetBytes(name));
        call.Subject = name;
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed ? ToOid(Sysctl.ReadValue(call))
            : result.Code() == ErrorCode.ENOENT ? null
            : throw result.ToException(call);
    }

    /// <summary>All values below a node, and its own where it has one.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The node's name, such as <c>security.jail.param</c>.</param>
    /// <returns>Empty where there is no such node.</returns>
    /// <exception cref="NativeException">The kernel refused.</exception>
    public static IReadOnlyList<SysctlNode> List(IKernel kernel, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var nodes = new List<SysctlNode>();
        if (Find(kernel, name) is not { } top)
        {
            return nodes;
        }

        for (int[]? oid = Next(kernel, top); oid is not null && oid.AsSpan().StartsWith(top); oid = Next(kernel, oid))
        {
            nodes.Add(Describe(kernel, oid));
        }

        return nodes;
    }

    /// <summary>Name, kind and format of numbers.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="oid">The numbers.</param>
    /// <exception cref="NativeException">ENOENT: there are none such.</exception>
    public static SysctlNode Describe(IKernel kernel, ReadOnlySpan<int> oid)
    {
        string name = FixedText.Read(Sysctl.Read(kernel, Ask(SysctlConstants.Name, oid), LongestName));
        ReadOnlySpan<byte> format = Sysctl.Read(kernel, Ask(SysctlConstants.OidFormat, oid), LongestName);
        uint flags = format.Length >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(format) : 0;
        return new SysctlNode(oid.ToArray(), name, (SysctlKind)(flags & 0xF), flags, format.Length > 4 ? FixedText.Read(format[4..]) : "");
    }

    private static int[]? Next(IKernel kernel, ReadOnlySpan<int> oid) =>
        Sysctl.TryRead(kernel, Ask(SysctlConstants.Next, oid), SysctlConstants.MaximumComponents * 4) is { } next ? ToOid(next) : null;

    private static int[] Ask(int question, ReadOnlySpan<int> oid) => [SysctlConstants.OfSysctl, question, .. oid];

    private static int[] ToOid(byte[] bytes) => MemoryMarshal.Cast<byte, int>(bytes).ToArray();
}
