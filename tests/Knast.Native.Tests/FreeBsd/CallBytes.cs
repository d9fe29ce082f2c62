using System.Globalization;
using System.Text;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>
/// A composed call as text, byte by byte: name, number and arguments, then each block with its length, who writes it, and its bytes in words of 8,
/// where <c>&gt;n</c> is a pointer to block n, <c>3*0</c> are three words of zeros, and <c>..</c> zeros to the end. Text is shown in quotes.
/// </summary>
internal static class CallBytes
{
    private const int Word = 8;

    public static string Of(SystemCall call)
    {
        using (call)
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{call.Name} {call.Number} (");
            text.AppendJoin(", ", call.Arguments.ToArray().Select(Describe)).Append(')');
            for (int index = 0; index < call.Blocks.Length; index++)
            {
                text.Append('\n').Append(Describe(call, index));
            }

            return text.ToString();
        }
    }

    private static string Describe(SystemCallArgument argument) => argument.Kind switch
    {
        SystemCallArgumentKind.Block => $">{argument.Value}",
        SystemCallArgumentKind.Register => $"r{argument.Value}",
        _ => argument.Value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Describe(SystemCall call, int index)
    {
        SystemCallBlock block = call.Blocks[index];
        byte[] bytes = call.Bytes(new BlockReference(index)).ToArray();
        string content = block.IsText && Ascii.IsValid(bytes) ? $"\"{Encoding.ASCII.GetString(bytes.AsSpan(..^1))}\"" : Words(call, index, bytes);
        return $"{index} {block.Direction} {block.Length}: {content}".TrimEnd();
    }

    private static string Words(SystemCall call, int index, byte[] bytes)
    {
        Dictionary<int, int> pointers = call.Pointers.ToArray()
            .Where(pointer => pointer.From.Index == index).ToDictionary(pointer => pointer.FromOffset, pointer => pointer.To.Index);
        int used = Math.Max(Array.FindLastIndex(bytes, static value => value != 0) + 1, pointers.Count == 0 ? 0 : pointers.Keys.Max() + Word);
        var words = new List<string>();
        for (int offset = 0; offset < used; offset += Word)
        {
            words.Add(pointers.TryGetValue(offset, out int to)
                ? $">{to}"
                : Convert.ToHexStringLower(bytes.AsSpan(offset, Math.Min(Word, bytes.Length - offset))));
        }

        IEnumerable<string> shown = Shorten(words);
        return string.Join(' ', words.Count * Word < bytes.Length ? shown.Append("..") : shown);
    }

    private static IEnumerable<string> Shorten(List<string> words)
    {
        const string zero = "0000000000000000";
        for (int index = 0; index < words.Count;)
        {
            int zeros = words.Skip(index).TakeWhile(static word => word == zero).Count();
            yield return zeros > 1 ? $"{zeros}*0" : words[index] == zero ? "0" : words[index];
            index += Math.Max(zeros, 1);
        }
    }
}
