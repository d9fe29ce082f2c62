using System.Globalization;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Devfs;
using Knast.Simulation.Files;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Mounts.FileSystems;

/// <summary>devfs(5).</summary>
internal sealed class DevfsKind : IFileSystemKind
{
    public bool TakesFiles => false;

    public MountFlags AddedFlags => MountFlags.None;

    public string SourceName(MountRequest request) => "devfs";

    public FileSystem Make(CallContext call, MountRequest request, Node covered)
    {
        request.Filter("from", "ruleset", "export", "autoro");
        Credentials credentials = call.Process.Credentials;
        int ruleset = Ruleset(request) ?? 0;
        if (credentials.IsInJail)
        {
            KernelError.Unless(ruleset == 0 || ruleset == credentials.Jail.DevfsRuleset, ErrorCode.EPERM);
            ruleset = credentials.Jail.DevfsRuleset;
        }

        return new DevfsFileSystem(call.Machine, (ushort)ruleset);
    }

    public void Update(CallContext call, Mount mount, MountRequest request)
    {
        if (Ruleset(request) is { } ruleset and not 0)
        {
            KernelError.Unless(!call.Process.Credentials.IsInJail || ruleset == call.Process.Jail.DevfsRuleset, ErrorCode.EPERM);
            ((DevfsFileSystem)mount.FileSystem).Use((ushort)ruleset, applies: true);
        }
    }

    private static int? Ruleset(MountRequest request)
    {
        if (request.Options.Find("ruleset") is not { } option)
        {
            return null;
        }

        byte[] value = option.Value ?? [];
        string text = System.Text.Encoding.Latin1.GetString(value).TrimEnd('\0');
        bool isNumber = value.Length > 0 && value[^1] == 0 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        int number = isNumber ? int.Parse(text, CultureInfo.InvariantCulture) : -1;
        return number is >= 0 and <= ushort.MaxValue ? number : throw new KernelError(ErrorCode.EINVAL, "invalid ruleset specification");
    }
}
