using System.Text.Json;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Answers;

/// <summary>A line of a recording that is a call: what was asked, to the byte, and what was answered.</summary>
internal sealed record RecordedCall(string Question, IReadOnlyList<string?> Out, long Result, string? Errno)
{
    /// <summary>What a call asks, in one line.</summary>
    public static string Ask(SystemCall call, byte[][] blocks) => AnswerText.Question(json => AnswerText.WriteQuestion(json, call, blocks));

    /// <summary>Reads a line.</summary>
    public static RecordedCall Read(JsonElement line)
    {
        var outs = new List<string?>();
        string question = AnswerText.Question(json =>
        {
            foreach (JsonProperty property in line.EnumerateObject())
            {
                if (property.Name is "call" or "number" or "args")
                {
                    property.WriteTo(json);
                }
                else if (property.Name == "blocks")
                {
                    json.WriteStartArray("blocks");
                    foreach (JsonElement block in property.Value.EnumerateArray())
                    {
                        json.WriteStartObject();
                        foreach (JsonProperty part in block.EnumerateObject().Where(static part => part.Name != "out"))
                        {
                            part.WriteTo(json);
                        }

                        json.WriteEndObject();
                        outs.Add(block.TryGetProperty("out", out JsonElement text) ? text.GetString() : null);
                    }

                    json.WriteEndArray();
                }
            }
        });
        return new RecordedCall(
            question, outs, line.GetProperty("result").GetInt64(), line.TryGetProperty("errno", out JsonElement errno) ? errno.GetString() : null);
    }

    /// <summary>Answers a call that asks this.</summary>
    public SystemCallResult Answer(SystemCall call)
    {
        for (int index = 0; index < Out.Count; index++)
        {
            if (Out[index] is string text)
            {
                Span<byte> block = call.Bytes(new BlockReference(index));
                AnswerBytes.Parse(text, block.Length).CopyTo(block);
            }
        }

        return new SystemCallResult(
            Result, Errno is null ? 0 : ErrorCodes.ToErrno(KernelSystem.FreeBsd, Enum.Parse<ErrorCode>(Errno)));
    }
}
