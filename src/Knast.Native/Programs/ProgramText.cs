using System.Globalization;
using System.Text;
using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>System calls in words, for the listing of a program.</summary>
internal static class ProgramText
{
    private const int LongestBlock = 32;
    private const long LargestDecimal = 255;

    /// <summary>A number: small and negative ones in decimal, others in hexadecimal, since they are mostly flags.</summary>
    public static string Number(long value) => value <= LargestDecimal
        ? value.ToString(CultureInfo.InvariantCulture)
        : "0x" + value.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>A call with its arguments.</summary>
    public static string Call(SystemCall call)
    {
        var text = new StringBuilder(call.Name).Append('(');
        bool isFirst = true;
        foreach (SystemCallArgument argument in call.Arguments)
        {
            text.Append(isFirst ? "" : ", ");
            isFirst = false;
            switch (argument.Kind)
            {
                case SystemCallArgumentKind.Integer:
                    text.Append(Number(argument.Value));
                    break;
                case SystemCallArgumentKind.Register:
                    text.Append('r').Append(argument.Value);
                    break;
                default:
                    AppendBlock(text, call, (int)argument.Value);
                    break;
            }
        }

        return text.Append(')').ToString();
    }

    private static void AppendBlock(StringBuilder text, SystemCall call, int index)
    {
        SystemCallBlock block = call.Blocks[index];
        Span<byte> bytes = call.Bytes(new BlockReference(index));
        if (block.Direction == BlockDirection.Out)
        {
            text.Append(CultureInfo.InvariantCulture, $"out[{block.Length}]");
        }
        else if (block.IsText)
        {
            Quote(text, ((KernelText)(ReadOnlySpan<byte>)bytes[..^1]).ToString());
        }
        else if (call.IsSecret)
        {
            text.Append(CultureInfo.InvariantCulture, $"<{block.Length} bytes>");
        }
        else if (!AppendPointedAt(text, call, index))
        {
            text.Append(bytes.Length == 0 ? "empty" : "0x").Append(Convert.ToHexString(bytes[..Math.Min(bytes.Length, LongestBlock)]).ToLowerInvariant());
            text.Append(bytes.Length > LongestBlock ? $"… ({bytes.Length} bytes)" : "");
        }
    }

    private static bool AppendPointedAt(StringBuilder text, SystemCall call, int index)
    {
        bool isFirst = true;
        foreach (BlockPointer pointer in call.Pointers)
        {
            if (pointer.From.Index == index && pointer.To.Index != index)
            {
                text.Append(isFirst ? "[" : ", ");
                isFirst = false;
                AppendBlock(text, call, pointer.To.Index);
            }
        }

        text.Append(isFirst ? "" : "]");
        return !isFirst;
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char character in value)
        {
            _ = character switch
            {
                '"' or '\\' => text.Append('\\').Append(character),
                '\n' => text.Append("\\n"),
                < ' ' or '\x7f' => text.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
