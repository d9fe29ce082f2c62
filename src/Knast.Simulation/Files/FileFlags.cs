namespace Knast.Simulation.Files;

/// <summary>File flags (chflags(2), sys/stat.h).</summary>
internal static class FileFlags
{
    public const uint UserSettable = 0x0000ffff;
    public const uint SystemSettable = 0x3fff0000;
    public const uint UserImmutable = 0x2;
    public const uint UserAppend = 0x4;
    public const uint UserNoUnlink = 0x10;
    public const uint SystemImmutable = 0x20000;
    public const uint SystemAppend = 0x40000;
    public const uint SystemNoUnlink = 0x100000;

    /// <summary>Either append-only flag.</summary>
    public const uint Append = UserAppend | SystemAppend;

    public static bool IsImmutable(Node node) => (node.Attributes.Flags & (UserImmutable | SystemImmutable)) != 0;

    public static bool IsRemovable(Node node) =>
        (node.Attributes.Flags & (UserImmutable | SystemImmutable | Append | UserNoUnlink | SystemNoUnlink)) == 0;
}
