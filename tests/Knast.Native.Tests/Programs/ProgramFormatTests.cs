using System.Globalization;
using System.Text.RegularExpressions;
using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.Programs;

/// <summary>The composer's idea of the format is the player's.</summary>
public sealed partial class ProgramFormatTests
{
    private static readonly string s_header = ReadHeader();

    public static TheoryData<string, Type> Enums => new()
    {
        { "record_kind", typeof(RecordKind) },
        { "operand_kind", typeof(ProgramValueKind) },
        { "frame_kind", typeof(FrameKind) },
        { "refusal", typeof(ProgramRefusal) },
    };

    [Theory]
    [InlineData("PROGRAM_MAGIC", ProgramFormat.Magic)]
    [InlineData("PROGRAM_VERSION", ProgramFormat.Version)]
    [InlineData("PROGRAM_RECORDS_MAX", ProgramFormat.MaximumRecords)]
    [InlineData("PROGRAM_REGISTERS_MAX", ProgramFormat.MaximumRegisters)]
    [InlineData("PROGRAM_OPERANDS", ProgramFormat.MaximumOperands)]
    [InlineData("PROGRAM_NO_REGISTER", ProgramFormat.NoRegister)]
    [InlineData("PROGRAM_DECIMAL_SIZE", RegisterPatch.DecimalLength)]
    [InlineData("PROGRAM_SIZE_MAX", ProgramFormat.LargestProgram)]
    public void ConstantsAreTheSame(string name, long value)
    {
        string text = Regex.Match(s_header, $@"{name} = ([^,]+),").Groups[1].Value;
        long actual = text switch
        {
            "16 << 20" => 16 << 20,
            ['0', 'x', .. string digits] => long.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            _ => long.Parse(text, CultureInfo.InvariantCulture),
        };
        Assert.Equal(value, actual);
    }

    [Theory]
    [InlineData("program_header", ProgramFormat.HeaderSize)]
    [InlineData("program_record", ProgramFormat.RecordSize)]
    [InlineData("program_frame", ProgramFormat.FrameSize)]
    public void SizesAreTheSame(string structure, int size) =>
        Assert.Contains($"_Static_assert(sizeof(struct {structure}) == {size},", s_header, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Enums))]
    public void EnumerationsAreTheSame(string name, Type type)
    {
        string body = Regex.Match(s_header, $@"enum {name} \{{([^}}]*)\}}").Groups[1].Value;
        int next = 0;
        var actual = new List<(string, int)>();
        foreach (Match member in Members().Matches(body))
        {
            next = member.Groups[2].Success ? int.Parse(member.Groups[2].Value, CultureInfo.InvariantCulture) : next;
            string[] words = member.Groups[1].Value.Split('_');
            actual.Add((string.Concat(words[1..]), next++));
        }

        Assert.Equal(
            Enum.GetValues(type).Cast<object>().Select(static value => (value.ToString()!.ToUpperInvariant(), Convert.ToInt32(value, CultureInfo.InvariantCulture))),
            actual);
    }

    [GeneratedRegex(@"([A-Z0-9_]+)(?: = (\d+))?,")]
    private static partial Regex Members();

    private static string ReadHeader()
    {
        using var reader = new StreamReader(typeof(ProgramFormatTests).Assembly.GetManifestResourceStream("program.h")!);
        return reader.ReadToEnd();
    }
}
