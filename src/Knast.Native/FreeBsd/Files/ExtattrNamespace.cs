using System.Text;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>The namespaces of extended attributes (sys/extattr.h).</summary>
internal static class ExtattrNamespace
{
    /// <summary>What a file's owner may set.</summary>
    [AbiConstant("EXTATTR_NAMESPACE_USER")]
    public const int User = 1;

    /// <summary>What only root may set and see, outside a jail without allow.extattr.</summary>
    [AbiConstant("EXTATTR_NAMESPACE_SYSTEM")]
    public const int System = 2;

    /// <summary>Parts a name such as <c>user.mime</c>.</summary>
    /// <param name="name">The name with its namespace.</param>
    /// <exception cref="NativeException">EOPNOTSUPP: FreeBSD has no such namespace.</exception>
    public static (int Namespace, byte[] Name) Split(KernelText name)
    {
        byte[] whole = new byte[name.ByteCount];
        name.CopyTo(whole);
        ReadOnlySpan<byte> bytes = whole;
        return bytes.StartsWith("user."u8) ? (User, bytes[5..].ToArray())
            : bytes.StartsWith("system."u8) ? (System, bytes[7..].ToArray())
            : throw new NativeException(
                KernelSystem.FreeBsd, ErrorCodes.ToErrno(KernelSystem.FreeBsd, ErrorCode.EOPNOTSUPP), "extattr", Encoding.UTF8.GetString(bytes),
                "FreeBSD has the namespaces user and system only");
    }
}
