using System.Globalization;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Files.Memory;
using Knast.Simulation.Options;

namespace Knast.Simulation.Mounts.FileSystems;

/// <summary>tmpfs(5).</summary>
internal sealed class MemoryKind : IFileSystemKind
{
    private const uint PermissionBits = 0xFFF;

    private static readonly string[] s_options = ["from", "size", "maxfilesize", "inodes", "uid", "gid", "mode", "export", "union", "nonc", "nomtime"];
    private static readonly string[] s_options15 = ["easize", "pgread", "nosymfollow"];

    public bool TakesFiles => false;

    public MountFlags AddedFlags => MountFlags.Local;

    public string SourceName(MountRequest request) => "tmpfs";

    public FileSystem Make(CallContext call, MountRequest request, Node covered)
    {
        request.Filter(call.Is15 ? [.. s_options, .. s_options15] : s_options);
        NodeAttributes old = covered.Attributes;
        bool isRoot = call.Process.Credentials.IsSuperuser;
        uint owner = isRoot ? Number(request.Options, "uid", 10) ?? old.Owner : old.Owner;
        uint group = isRoot ? Number(request.Options, "gid", 10) ?? old.Group : old.Group;
        uint mode = isRoot ? Number(request.Options, "mode", 8) ?? old.Mode : old.Mode;
        return new MemoryFileSystem("tmpfs", mode & PermissionBits, owner, group, call.Is15, OptionSize.Read(request.Options, "size") is > 0 and long size ? size : long.MaxValue);
    }

    public void Update(CallContext call, Mount mount, MountRequest request) =>
        request.Filter("from", "export", "nomtime", "size");

    // What is no number is as if it was not there.
    private static uint? Number(OptionList options, string name, int radix)
    {
        if (options.Find(name)?.Value is not { Length: > 0 } value || value[^1] != 0)
        {
            return null;
        }

        string text = System.Text.Encoding.Latin1.GetString(value).TrimEnd('\0');
        int digits = text.TakeWhile(digit => char.IsAsciiDigit(digit) && digit - '0' < radix).Count();
        return digits == 0 ? null : radix == 8 ? Convert.ToUInt32(text[..digits], 8) : uint.Parse(text[..digits], CultureInfo.InvariantCulture);
    }
}
