using System.Globalization;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>
/// A call as text, byte by byte, for golden tests: <c>ioctl(3, 0xc0206911, b0)</c>, then each block with its direction, length and bytes without the
/// zeros at their end, in groups between runs of at least eight zeros, each with its offset, and each pointer.
/// </summary>
internal static class CallText
{
    private const int LongestZeros = 8;

    public static string Describe(SystemCall call)
    {
        var lines = new List<string> { $"{call.Name}({string.Join(", ", call.Arguments.ToArray().Select(Describe))})" };
        for (int index = 0; index < call.Blocks.Length; index++)
        {
            SystemCallBlock block = call.Blocks[index];
            lines.Add($"b{index} {Describe(block.Direction)} {block.Length}{Groups(call.Bytes(new BlockReference(index)))}");
        }

        foreach (BlockPointer pointer in call.Pointers)
        {
            lines.Add($"b{pointer.From.Index}+{pointer.FromOffset} -> b{pointer.To.Index}");
        }

        return string.Join('\n', lines);
    }

    private static string Describe(SystemCallArgument argument) => argument.Kind switch
    {
        SystemCallArgumentKind.Block => $"b{argument.Value}",
        _ when argument.Value > 0xFFFF => $"0x{argument.Value:x}",
        _ => argument.Value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Describe(BlockDirection direction) => direction switch
    {
        BlockDirection.In => "in",
        BlockDirection.Out => "out",
        _ => "inout",
    };

    private static string Groups(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        for (int at = 0; at < bytes.Length;)
        {
            int start = bytes[at..].IndexOfAnyExcept((byte)0);
            if (start < 0)
            {
                break;
            }

            start += at;
            at = start;
            int zeros = 0;
            for (int next = start; next < bytes.Length && zeros < LongestZeros; next++)
            {
                zeros = bytes[next] == 0 ? zeros + 1 : 0;
                at = next + 1;
            }

            text.Append(CultureInfo.InvariantCulture, $" {start}:{Convert.ToHexString(bytes[start..(at - zeros)]).ToLowerInvariant()}");
        }

        return text.ToString();
    }
}
