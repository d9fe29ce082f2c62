using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Files;

/// <summary>Whether somebody may do something to a file (vaccess(9)).</summary>
internal sealed class Access(Credentials credentials)
{
    public const uint Execute = 1;
    public const uint Write = 2;
    public const uint Read = 4;

    /// <summary>Demands permission.</summary>
    /// <exception cref="KernelError">EACCES, EROFS.</exception>
    public void Require(Node node, uint wanted)
    {
        bool isDevice = node.Type is FileType.CharacterDevice or FileType.BlockDevice or FileType.Fifo or FileType.Socket;
        KernelError.Unless((wanted & Write) == 0 || isDevice || !node.IsReadOnly, ErrorCode.EROFS);
        KernelError.Unless((wanted & Write) == 0 || !FileFlags.IsImmutable(node), ErrorCode.EPERM);
        KernelError.Unless(IsAllowed(node, wanted), ErrorCode.EACCES);
    }

    /// <summary>Demands that the file is one's own, or that one is root.</summary>
    /// <exception cref="KernelError">EPERM.</exception>
    public void RequireOwner(Node node) =>
        KernelError.Unless(credentials.IsSuperuser || credentials.EffectiveUser == node.Attributes.Owner, ErrorCode.EPERM);

    /// <summary>Demands that a name may be taken out of a directory, as far as the sticky bit has a say.</summary>
    /// <exception cref="KernelError">EPERM.</exception>
    public void RequireRemovable(Node directory, Node node)
    {
        const uint sticky = 0x200;
        bool isOwn = credentials.EffectiveUser == directory.Attributes.Owner || credentials.EffectiveUser == node.Attributes.Owner;
        KernelError.Unless((directory.Attributes.Mode & sticky) == 0 || credentials.IsSuperuser || isOwn, ErrorCode.EPERM);
        KernelError.Unless(FileFlags.IsRemovable(node), ErrorCode.EPERM);
        KernelError.Unless(!FileFlags.IsImmutable(directory) && (directory.Attributes.Flags & FileFlags.Append) == 0, ErrorCode.EPERM);
    }

    private bool IsAllowed(Node node, uint wanted)
    {
        NodeAttributes attributes = node.Attributes;
        if (credentials.IsSuperuser)
        {
            return (wanted & Execute) == 0 || node.IsDirectory || (attributes.Mode & 0x49) != 0;
        }

        uint granted = credentials.EffectiveUser == attributes.Owner ? attributes.Mode >> 6
            : credentials.IsMember(attributes.Group) ? attributes.Mode >> 3
            : attributes.Mode;
        return (wanted & ~granted) == 0;
    }
}
