using System.Text.Json;
using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.FreeBsd.Answers;

/// <summary>Calls and launches as JSON. Bytes are hexadecimal without the zeros at their end, pointers are zeros.</summary>
internal static class AnswerText
{
    /// <summary>What a call's blocks hold before it is made.</summary>
    public static byte[][] CopyBlocks(SystemCall call)
    {
        var blocks = new byte[call.Blocks.Length][];
        for (int index = 0; index < blocks.Length; index++)
        {
            blocks[index] = call.Bytes(new BlockReference(index)).ToArray();
        }

        return blocks;
    }

    public static void WriteCall(Utf8JsonWriter json, KernelSystem system, SystemCall call, byte[][] before, SystemCallResult result)
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
                WriteBlock(json, call, index, before[index]);
            }

            json.WriteEndArray();
        }

        json.WriteNumber("result", result.Value);
        if (result.Failed)
        {
            json.WriteString("errno", ErrorCodes.FromErrno(system, result.Errno).ToString());
        }
    }

    public static void WriteLaunch(Utf8JsonWriter json, LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors, int pid)
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
        json.WriteNumber("pid", pid);
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

    private static void WriteBlock(Utf8JsonWriter json, SystemCall call, int index, byte[] before)
    {
        SystemCallBlock block = call.Blocks[index];
        byte[] after = call.Bytes(new BlockReference(index)).ToArray();
        json.WriteStartObject();
        json.WriteNumber("length", block.Length);
        BlockPointer[] pointers = [.. call.Pointers.ToArray().Where(pointer => pointer.From.Index == index)];
        if (pointers.Length > 0)
        {
            json.WriteStartArray("pointers");
            foreach (BlockPointer pointer in pointers)
            {
                before.AsSpan(pointer.FromOffset, sizeof(long)).Clear();
                after.AsSpan(pointer.FromOffset, sizeof(long)).Clear();
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
            json.WriteString("in", ToHex(before));
        }

        if (block.Direction.HasFlag(BlockDirection.Out))
        {
            json.WriteString("out", ToHex(after));
        }

        json.WriteEndObject();
    }

    private static string ToHex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes.TrimEnd((byte)0));
}
