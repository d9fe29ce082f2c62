using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.FreeBsd.Answers;

/// <summary>Calls and launches as JSON. Bytes are written by <see cref="AnswerBytes"/>, pointers as zeros.</summary>
internal static class AnswerText
{
    /// <summary>How all lines are written.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a call's blocks hold before it is made, pointers as zeros.</summary>
    public static byte[][] CopyBlocks(SystemCall call)
    {
        var blocks = new byte[call.Blocks.Length][];
        for (int index = 0; index < blocks.Length; index++)
        {
            blocks[index] = call.Bytes(new BlockReference(index)).ToArray();
        }

        foreach (BlockPointer pointer in call.Pointers)
        {
            blocks[pointer.From.Index].AsSpan(pointer.FromOffset, sizeof(long)).Clear();
        }

        return blocks;
    }

    /// <summary>What is asked, as a string.</summary>
    public static string Question(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Writes what a call asks.</summary>
    public static void WriteQuestion(Utf8JsonWriter json, SystemCall call, byte[][] before) => WriteCall(json, call, before, after: null);

    /// <summary>Writes what a call asked, and its answer.</summary>
    public static void WriteCall(Utf8JsonWriter json, KernelSystem system, SystemCall call, byte[][] before, SystemCallResult result)
    {
        WriteCall(json, call, before, CopyBlocks(call));
        json.WriteNumber("result", result.Value);
        if (result.Failed)
        {
            json.WriteString("errno", ErrorCodes.FromErrno(system, result.Errno).ToString());
        }
    }

    /// <summary>Writes a program and what it is given.</summary>
    public static void WriteProgram(Utf8JsonWriter json, LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        json.WriteStartArray("launch");
        foreach (string line in program.Lines)
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
        json.WriteBase64String("image", program.Image.Span);
        json.WriteStartArray("descriptors");
        foreach (DescriptorMapping mapping in descriptors)
        {
            json.WriteStartArray();
            json.WriteNumberValue(mapping.Source?.Number ?? -1);
            json.WriteNumberValue(mapping.Target);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteCall(Utf8JsonWriter json, SystemCall call, byte[][] before, byte[][]? after)
    {
        json.WriteString("call", call.Name);
        json.WriteNumber("number", call.Number);
        json.WriteStartArray("args");
        for (int index = 0; index < call.Arguments.Length; index++)
        {
            WriteArgument(json, call, index);
        }

        json.WriteEndArray();
        if (call.Blocks.Length > 0)
        {
            json.WriteStartArray("blocks");
            for (int index = 0; index < call.Blocks.Length; index++)
            {
                WriteBlock(json, call, index, before[index], after?[index]);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteArgument(Utf8JsonWriter json, SystemCall call, int index)
    {
        SystemCallArgument argument = call.Arguments[index];
        if (argument.Kind != SystemCallArgumentKind.Block && !call.IsDescriptor(index))
        {
            json.WriteNumberValue(argument.Value);
            return;
        }

        json.WriteStartObject();
        json.WriteNumber(argument.Kind == SystemCallArgumentKind.Block ? "block" : "descriptor", argument.Value);
        json.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter json, SystemCall call, int index, byte[] before, byte[]? after)
    {
        SystemCallBlock block = call.Blocks[index];
        json.WriteStartObject();
        json.WriteNumber("length", block.Length);
        BlockPointer[] pointers = [.. call.Pointers.ToArray().Where(pointer => pointer.From.Index == index)];
        if (pointers.Length > 0)
        {
            json.WriteStartArray("pointers");
            foreach (BlockPointer pointer in pointers)
            {
                json.WriteStartArray();
                json.WriteNumberValue(pointer.FromOffset);
                json.WriteNumberValue(pointer.To.Index);
                json.WriteNumberValue(pointer.ToOffset);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        if (block.Direction.HasFlag(BlockDirection.In))
        {
            json.WriteString("in", AnswerBytes.Format(before));
        }

        if (after is not null && block.Direction.HasFlag(BlockDirection.Out))
        {
            json.WriteString("out", AnswerBytes.Format(after));
        }

        json.WriteEndObject();
    }
}
