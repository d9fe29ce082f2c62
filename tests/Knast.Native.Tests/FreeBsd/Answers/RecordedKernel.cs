using System.Buffers.Binary;
using System.Text.Json;
using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.FreeBsd.Answers;

/// <summary>
/// Gives the running test the answers that a real kernel gave it. Each call must ask what was asked then, to the byte: one that asks something else
/// was never answered by a kernel, and must be recorded anew (docs/freebsd-answers.md).
/// </summary>
internal sealed class RecordedKernel : IKernel
{
    private readonly string _directory;
    private readonly Dictionary<string, Dictionary<string, List<JsonElement>>> _files = [];
    private string _test = "";
    private Queue<JsonElement> _lines = new();
    private RouteSequences _sequences = new();

    public RecordedKernel(string directory)
    {
        _directory = directory;
        JsonElement header = ReadLines(Directory.EnumerateFiles(directory, "*.jsonl").First()).First();
        Target = new KernelTarget(
            KernelSystem.FreeBsd,
            header.GetProperty("system").GetString() == "freebsd-amd64" ? KernelArchitecture.Amd64 : KernelArchitecture.Arm64,
            header.GetProperty("version").GetInt32());
    }

    /// <inheritdoc/>
    public KernelTarget Target { get; }

    /// <inheritdoc/>
    public SystemCallResult Invoke(SystemCall call)
    {
        // Descriptors that a finalizer closes belong to no test.
        if (TestContext.Current.TestMethod is null)
        {
            return default;
        }

        byte[][] blocks = AnswerText.CopyBlocks(call);
        RecordedCall recorded = RecordedCall.Read(Next($"{call.Name}({call.DescribeSubject()})", "call"));
        _sequences.Restore(call, blocks, recorded);
        string question = RecordedCall.Ask(call, blocks);
        Assert.True(
            question == recorded.Question,
            $"{call.Name}({call.DescribeSubject()}) asks what no kernel has answered; record anew. Now {question}, then {recorded.Question}.");
        SystemCallResult result = recorded.Answer(call);
        _sequences.Replace(call);
        return result;
    }

    /// <inheritdoc/>
    public IProgramLaunch Launch(LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        JsonElement line = Next("a program", "launch");
        string now = AnswerText.Question(json => AnswerText.WriteProgram(json, program, descriptors));
        string then = AnswerText.Question(json =>
        {
            foreach (JsonProperty property in line.EnumerateObject().Where(static property => property.Name is "launch" or "image" or "descriptors"))
            {
                property.WriteTo(json);
            }
        });
        Assert.True(now == then, $"The program is one that no kernel has played; record anew. Now {now}, then {then}.");
        return new ReplayedLaunch(this, line.GetProperty("pid").GetInt32());
    }

    /// <summary>The next line of the running test.</summary>
    /// <param name="what">What is asked, for messages.</param>
    /// <param name="kinds">The property that tells what kind of line it is.</param>
    public JsonElement Next(string what, params string[] kinds)
    {
        string type = AnswerFiles.NameOf(TestContext.Current.TestClass!);
        string method = TestContext.Current.TestMethod!.MethodName;
        if (_test != TestContext.Current.Test!.UniqueID)
        {
            _test = TestContext.Current.Test.UniqueID;
            _lines = new Queue<JsonElement>(Load(type).GetValueOrDefault(method, []));
            Assert.SkipWhen(_lines.Count == 0, $"No FreeBSD kernel has answered {type}.{method} yet; record it (docs/freebsd-answers.md).");
            _sequences = new RouteSequences();
        }

        Assert.True(_lines.TryDequeue(out JsonElement line), $"{what} is asked after the last answer of {type}.{method}; record anew.");
        Assert.True(
            kinds.Any(kind => line.TryGetProperty(kind, out _)), $"{what} is asked where {type}.{method} had {line.GetRawText()}; record anew.");
        return line;
    }

    private Dictionary<string, List<JsonElement>> Load(string type)
    {
        if (_files.TryGetValue(type, out Dictionary<string, List<JsonElement>>? tests))
        {
            return tests;
        }

        _files[type] = tests = [];
        string path = Path.Combine(_directory, type + ".jsonl");
        List<JsonElement> current = [];
        foreach (JsonElement line in File.Exists(path) ? ReadLines(path).Skip(1) : [])
        {
            if (line.TryGetProperty("test", out JsonElement test))
            {
                tests[test.GetString()!] = current = [];
            }
            else
            {
                current.Add(line);
            }
        }

        return tests;
    }

    private static IEnumerable<JsonElement> ReadLines(string path) =>
        File.ReadLines(path).Select(static line => JsonDocument.Parse(line).RootElement);

    /// <summary>Numbers of routing messages, which this process counts: they differ from those of the recording, and only they.</summary>
    private sealed class RouteSequences
    {
        private const int Length = 152;
        private const int Offset = 20;
        private readonly Dictionary<int, int> _now = [];

        public void Restore(SystemCall call, byte[][] blocks, RecordedCall recorded)
        {
            if (call.Name != "write" || blocks is not [{ Length: >= Length }])
            {
                return;
            }

            using JsonDocument question = JsonDocument.Parse(recorded.Question);
            JsonElement block = question.RootElement.GetProperty("blocks")[0];
            if (block.GetProperty("length").GetInt32() == blocks[0].Length)
            {
                Span<byte> sequence = blocks[0].AsSpan(Offset);
                int then = BinaryPrimitives.ReadInt32LittleEndian(AnswerBytes.Parse(block.GetProperty("in").GetString(), blocks[0].Length).AsSpan(Offset));
                _now[then] = BinaryPrimitives.ReadInt32LittleEndian(sequence);
                BinaryPrimitives.WriteInt32LittleEndian(sequence, then);
            }
        }

        public void Replace(SystemCall call)
        {
            if (call.Name == "read" && call.Blocks is [{ Length: >= Length }])
            {
                Span<byte> sequence = call.Bytes(new BlockReference(0))[Offset..];
                if (_now.TryGetValue(BinaryPrimitives.ReadInt32LittleEndian(sequence), out int now))
                {
                    BinaryPrimitives.WriteInt32LittleEndian(sequence, now);
                }
            }
        }
    }
}
