using System.Buffers.Binary;

namespace Knast.Simulation.Mounts;

/// <summary>The identity of a mount (fsid_t).</summary>
internal readonly record struct FileSystemId(int First, int Second)
{
    /// <summary>As <c>st_dev</c>.</summary>
    public ulong Device => (ulong)(uint)First;

    public void WriteTo(Span<byte> to)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, First);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], Second);
    }
}
