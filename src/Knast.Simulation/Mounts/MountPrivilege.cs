using Knast.Native.Kernel;
using Knast.Simulation.Jails;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Mounts;

/// <summary>Who may mount and unmount, and who sees what.</summary>
internal static class MountPrivilege
{
    private static readonly string[] s_jailFriendly = ["devfs", "fdescfs", "nullfs", "procfs", "tmpfs", "linprocfs", "linsysfs", "zfs"];

    /// <summary>Demands that somebody may mount at all.</summary>
    /// <exception cref="KernelError">EPERM.</exception>
    public static void Require(Credentials credentials)
    {
        bool isAllowed = !credentials.IsInJail || (credentials.Jail.Allows("mount") && credentials.Jail.EnforceStatfs < 2);
        KernelError.Unless(credentials.IsSuperuser && isAllowed, ErrorCode.EPERM);
    }

    /// <summary>Demands that somebody may mount such a file system.</summary>
    /// <exception cref="KernelError">EPERM.</exception>
    public static void RequireType(Credentials credentials, string type) => KernelError.Unless(
        !credentials.IsInJail || (s_jailFriendly.Contains(type) && credentials.Jail.Allows("mount." + type)), ErrorCode.EPERM);

    /// <summary>Demands that a mount is somebody's own (vfs_suser).</summary>
    /// <exception cref="KernelError">EPERM.</exception>
    public static void RequireOwn(Credentials credentials, Mount mount)
    {
        KernelError.Unless(!credentials.IsInJail || mount.Jail == credentials.Jail, ErrorCode.EPERM);
        KernelError.Unless(credentials.IsSuperuser || mount.Owner == credentials.EffectiveUser, ErrorCode.EPERM);
    }

    /// <summary>Whether somebody sees a mount (prison_canseemount).</summary>
    public static bool CanSee(Credentials credentials, Mount mount)
    {
        Jail jail = credentials.Jail;
        if (mount.IsHidden)
        {
            return false;
        }

        if (jail.EnforceStatfs == 0 || jail.Root!.Mount == mount)
        {
            return true;
        }

        return jail.EnforceStatfs == 1 && (jail.Path == "/" || mount.On == jail.Path || mount.On.StartsWith(jail.Path + "/", StringComparison.Ordinal));
    }

    /// <summary>Where somebody sees a mount (prison_enforce_statfs).</summary>
    public static string PathFor(Credentials credentials, Mount mount)
    {
        Jail jail = credentials.Jail;
        return jail.EnforceStatfs == 0 || jail.IsRoot ? mount.On
            : !CanSee(credentials, mount) ? "[restricted]"
            : jail.Root!.Mount == mount ? "/"
            : jail.Path == "/" ? mount.On
            : mount.On == jail.Path ? "/" : mount.On[jail.Path.Length..];
    }
}
