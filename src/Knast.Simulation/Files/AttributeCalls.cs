using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Files;

/// <summary>chmod(2), chown(2) and those on descriptors.</summary>
internal static class AttributeCalls
{
    private const uint SetUserId = 0x800;
    private const uint SetGroupId = 0x400;
    private const uint Sticky = 0x200;
    private const int KnownAtFlags = PathArguments.NoFollow | PathArguments.ResolveBeneath | PathArguments.EmptyPath;

    public static void Register(SystemCallTable table)
    {
        table.Add(15, static call => SetMode(call, call.Find(0, LookupFlags.Follow).Required, call.UInt32(1)));
        table.Add(124, static call => SetMode(call, OfDescriptor(call), call.UInt32(1)));
        table.Add(490, static call => SetMode(call, At(call, 3), call.UInt32(2)));
        table.Add(16, static call => SetOwner(call, call.Find(0, LookupFlags.Follow).Required, call.UInt32(1), call.UInt32(2)));
        table.Add(254, static call => SetOwner(call, call.Find(0, LookupFlags.None).Required, call.UInt32(1), call.UInt32(2)));
        table.Add(123, static call => SetOwner(call, OfDescriptor(call), call.UInt32(1), call.UInt32(2)));
        table.Add(491, static call => SetOwner(call, At(call, 4), call.UInt32(2), call.UInt32(3)));
    }

    /// <summary>The file of the descriptor that is the first argument.</summary>
    /// <exception cref="KernelError">EINVAL, or EBADF for one that is open as a place only.</exception>
    public static Node OfDescriptor(CallContext call)
    {
        KernelError.Unless(!call.File(0).Flags.HasFlag(Descriptors.OpenFlags.Path), ErrorCode.EBADF);
        return call.File(0).Node ?? throw new KernelError(ErrorCode.EINVAL);
    }

    private static Node At(CallContext call, int flags) =>
        call.FindAt(0, 1, PathArguments.AtFlags(call.Int32(flags), KnownAtFlags, followsByDefault: true)).Required;

    private static long SetMode(CallContext call, Node node, uint mode)
    {
        Credentials credentials = call.Process.Credentials;
        CheckChange(call, node);
        new Access(credentials).RequireOwner(node);
        if (!credentials.IsSuperuser)
        {
            KernelError.Unless((mode & Sticky) == 0 || node.IsDirectory, ErrorCode.EFTYPE);
            KernelError.Unless((mode & SetGroupId) == 0 || credentials.IsMember(node.Attributes.Group), ErrorCode.EPERM);
        }

        KernelError.Unless(node.Type != FileType.SymbolicLink || node.Mount.FileSystem.TypeName != "devfs", ErrorCode.EINVAL);
        node.SetMode(mode & 0xFFF);
        node.Attributes.Changed = FileTime.From(DateTimeOffset.UtcNow);
        return 0;
    }

    private static long SetOwner(CallContext call, Node node, uint owner, uint group)
    {
        CheckChange(call, node);
        Credentials credentials = call.Process.Credentials;
        uint newOwner = owner == uint.MaxValue ? node.Attributes.Owner : owner;
        uint newGroup = group == uint.MaxValue ? node.Attributes.Group : group;
        bool isOwnGroup = newOwner == node.Attributes.Owner && credentials.EffectiveUser == newOwner
            && (newGroup == node.Attributes.Group || credentials.IsMember(newGroup));
        KernelError.Unless(credentials.IsSuperuser || isOwnGroup, ErrorCode.EPERM);
        node.SetOwner(newOwner, newGroup);
        if (!credentials.IsSuperuser)
        {
            node.SetMode(node.Attributes.Mode & ~(SetUserId | SetGroupId));
        }

        node.Attributes.Changed = FileTime.From(DateTimeOffset.UtcNow);
        return 0;
    }

    private static void CheckChange(CallContext call, Node node)
    {
        KernelError.Unless(!node.IsReadOnly, ErrorCode.EROFS);
        KernelError.Unless(!FileFlags.IsImmutable(node) && (node.Attributes.Flags & FileFlags.Append) == 0, ErrorCode.EPERM);
        node.Refresh();
    }
}
