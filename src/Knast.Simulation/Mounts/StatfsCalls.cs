using System.Buffers.Binary;
using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Memory;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Mounts;

/// <summary>statfs(2), fstatfs(2) and getfsstat(2).</summary>
internal static class StatfsCalls
{
    private const int Size = 2344;
    private const int StatfsVersion = 0x20140518;
    private const int BlockSize = 4096;
    private const int LongestName = 255;
    private const int TypeOffset = 280;
    private const int TypeSize = 16;
    private const int FromOffset = 296;
    private const int OnOffset = 1320;
    private const int NameSize = 1024;
    private const int Wait = 1;
    private const int NoWait = 2;

    public static void Register(SystemCallTable table)
    {
        table.Add(555, static call => Give(call, call.Find(0, LookupFlags.Follow).Required, 1));
        table.Add(556, static call => Give(call, call.File(0).Node ?? throw new KernelError(ErrorCode.EINVAL), 1));
        table.Add(557, GetAll);
    }

    private static long Give(CallContext call, Node node, int address)
    {
        Write(call.Memory.Write(call.Address(address), Size), call, Shown(node.Mount));
        return 0;
    }

    // What is part of the simulation only looks like what it is in.
    private static Mount Shown(Mount mount) => mount is { IsHidden: true, Covered: { } covered } ? Shown(covered.Mount) : mount;

    private static long GetAll(CallContext call)
    {
        KernelError.Unless(call[1] >= 0 && call.Int32(2) is Wait or NoWait, ErrorCode.EINVAL);
        Mount[] visible = [.. call.Machine.Files.Mounts.All.Where(mount => MountPrivilege.CanSee(call.Process.Credentials, mount))];
        if (call.Address(0) == 0)
        {
            return visible.Length;
        }

        int count = (int)Math.Min(visible.Length, call[1] / Size);
        for (int index = 0; index < count; index++)
        {
            Write(call.Memory.Write(call.Address(0) + (ulong)(index * Size), Size), call, visible[index]);
        }

        return count;
    }

    private static void Write(Span<byte> to, CallContext call, Mount mount)
    {
        Credentials credentials = call.Process.Credentials;
        FileSystem fileSystem = mount.FileSystem;
        to.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(to, StatfsVersion);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], FileSystemTypes.Number(fileSystem.TypeName));
        BinaryPrimitives.WriteUInt64LittleEndian(to[8..], (ulong)mount.Flags);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], BlockSize);
        BinaryPrimitives.WriteInt64LittleEndian(to[24..], BlockSize);
        BinaryPrimitives.WriteInt64LittleEndian(to[32..], fileSystem.TotalBytes / BlockSize);
        BinaryPrimitives.WriteInt64LittleEndian(to[40..], fileSystem.FreeBytes / BlockSize);
        BinaryPrimitives.WriteInt64LittleEndian(to[48..], fileSystem.FreeBytes / BlockSize);
        BinaryPrimitives.WriteInt32LittleEndian(to[184..], LongestName);
        BinaryPrimitives.WriteUInt32LittleEndian(to[188..], mount.Owner);
        if (credentials.IsSuperuser && !credentials.IsInJail)
        {
            mount.Id.WriteTo(to[192..]);
        }

        WriteText(to.Slice(TypeOffset, TypeSize), fileSystem.TypeName);
        WriteText(to.Slice(FromOffset, NameSize), mount.From);
        WriteText(to.Slice(OnOffset, NameSize), MountPrivilege.PathFor(credentials, mount));
    }

    private static void WriteText(Span<byte> to, string text) => Encoding.Latin1.GetBytes(text.AsSpan(0, Math.Min(text.Length, to.Length - 1)), to);
}
