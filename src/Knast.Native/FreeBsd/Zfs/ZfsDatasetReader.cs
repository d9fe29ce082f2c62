using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>Reads a dataset out of the command that told it.</summary>
internal static class ZfsDatasetReader
{
    private const int OriginSize = 256;

    /// <summary>Reads the dataset whose name is in the command.</summary>
    public static ZfsDataset Read(SystemCall call)
    {
        ReadOnlySpan<byte> stats = call.Bytes(ZfsRequest.Command).Slice(ZfsCmdLayout.Stats, DmuObjsetStatsLayout.Size);
        return new ZfsDataset(
            ZfsRequest.ReadName(call),
            BinaryPrimitives.ReadUInt64LittleEndian(stats[DmuObjsetStatsLayout.Guid..]),
            stats[DmuObjsetStatsLayout.IsSnapshot] != 0,
            BinaryPrimitives.ReadUInt64LittleEndian(stats[DmuObjsetStatsLayout.CloneCount..]),
            FixedText.Read(stats.Slice(DmuObjsetStatsLayout.Origin, OriginSize)),
            ReadProperties(ZfsRequest.ReadOutput(call)));
    }

    private static Dictionary<string, ZfsProperty> ReadProperties(ZfsList list)
    {
        var properties = new Dictionary<string, ZfsProperty>(StringComparer.Ordinal);
        foreach ((string name, object? value) in list)
        {
            if (value is ZfsList property && property.FirstOrDefault(static pair => pair.Key == "value").Value is { } found)
            {
                properties[name] = new ZfsProperty(found, property.Text("source"));
            }
        }

        return properties;
    }
}
