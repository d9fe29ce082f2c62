using Knast.Native.FreeBsd.Files;

namespace Knast.Images.Archives;

/// <summary>Names of file flags in archives, which are those of strtofflags(3), parted by commas.</summary>
internal static class FileFlagNames
{
    private static readonly (FileFlags Flag, string[] Names)[] s_names =
    [
        (FileFlags.Archived, ["arch", "archived"]),
        (FileFlags.NoDump, ["nodump"]),
        (FileFlags.Opaque, ["opaque"]),
        (FileFlags.SystemAppend, ["sappnd", "sappend"]),
        (FileFlags.SystemImmutable, ["schg", "schange", "simmutable"]),
        (FileFlags.SystemNoUnlink, ["sunlnk", "sunlink"]),
        (FileFlags.UserAppend, ["uappnd", "uappend"]),
        (FileFlags.UserImmutable, ["uchg", "uchange", "uimmutable"]),
        (FileFlags.UserNoUnlink, ["uunlnk", "uunlink"]),
        (FileFlags.Hidden, ["hidden", "uhidden"]),
        (FileFlags.Offline, ["offline", "uoffline"]),
        (FileFlags.ReadOnly, ["rdonly", "urdonly", "readonly"]),
        (FileFlags.Reparse, ["reparse", "ureparse"]),
        (FileFlags.Sparse, ["sparse", "usparse"]),
        (FileFlags.System, ["system", "usystem"]),
        (FileFlags.Archive, ["uarch", "uarchive"]),
    ];

    /// <summary>Reads names; those of other systems mean nothing here.</summary>
    public static FileFlags Parse(string text)
    {
        FileFlags flags = FileFlags.None;
        foreach (string name in text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            flags |= FlagOf(name);
        }

        return flags;
    }

    /// <summary>Writes names, as libarchive does.</summary>
    public static string Format(FileFlags flags) => string.Join(',', s_names.Where(pair => flags.HasFlag(pair.Flag)).Select(pair => pair.Names[0]));

    private static FileFlags FlagOf(string name) => s_names.FirstOrDefault(pair => pair.Names.Contains(name)).Flag;
}
