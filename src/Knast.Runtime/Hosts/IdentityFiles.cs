using System.Globalization;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts;

/// <summary>Looks up <c>user[:group]</c> in the text of a container's passwd and group files, as image-spec config.md "User" says.</summary>
internal static class IdentityFiles
{
    private const int GroupMembers = 3;

    /// <summary>Looks a user up.</summary>
    /// <param name="user"><c>user</c>, <c>uid</c>, <c>user:group</c>, <c>uid:gid</c>, <c>uid:group</c> or <c>user:gid</c>; empty for root.</param>
    /// <param name="passwd">The text of /etc/passwd; empty where there is none.</param>
    /// <param name="group">The text of /etc/group; empty where there is none.</param>
    /// <exception cref="KnastException"><c>UserUnknown</c>.</exception>
    public static ContainerIdentity Find(string user, string passwd, string group)
    {
        string[] parts = user.Split(':', 2);
        string name = parts[0].Length == 0 ? "0" : parts[0];
        string[]? entry = FindEntry(passwd, name, fields: 4);
        uint uid = entry is not null && TryNumber(entry[2], out uint found) ? found : Number(name, "user", "passwd");
        uint gid = entry is not null && TryNumber(entry[3], out found) ? found : 0;
        uint[] additional = parts.Length == 1 && entry is not null ? Memberships(group, entry[0], gid) : [];
        if (parts.Length == 2 && parts[1].Length > 0)
        {
            string[]? groupEntry = FindEntry(group, parts[1], fields: 3);
            gid = groupEntry is not null && TryNumber(groupEntry[2], out found) ? found : Number(parts[1], "group", "group");
        }

        string home = entry is { Length: > 5 } && entry[5].Length > 0 ? entry[5] : "/";

        // The primary group is among the others, so that a program which gives it up cannot come by what is denied to the group.
        return new ContainerIdentity(new ContainerUser { Uid = uid, Gid = gid, AdditionalGids = [gid, .. additional] }, home);
    }

    private static string[]? FindEntry(string text, string nameOrNumber, int fields)
    {
        string[]? byNumber = null;
        foreach (string line in text.Split('\n'))
        {
            string[] parts = line.TrimEnd('\r').Split(':');
            if (parts.Length < fields)
            {
                continue;
            }

            if (parts[0] == nameOrNumber)
            {
                return parts;
            }

            byNumber ??= parts[2] == nameOrNumber ? parts : null;
        }

        return byNumber;
    }

    private static uint[] Memberships(string group, string user, uint primary) =>
    [
        .. group.Split('\n')
            .Select(line => line.TrimEnd('\r').Split(':'))
            .Where(parts => parts.Length > GroupMembers && parts[GroupMembers].Split(',').Contains(user))
            .Select(parts => TryNumber(parts[2], out uint gid) ? gid : primary)
            .Where(gid => gid != primary)
            .Distinct(),
    ];

    private static uint Number(string text, string what, string file) => TryNumber(text, out uint number)
        ? number
        : throw new KnastException(
            "UserUnknown", KnastErrorKind.NotFound, $"The container has no {what} \"{text}\" in /etc/{file}; give a {what} that it has, or a number.", text);

    private static bool TryNumber(string text, out uint number) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
