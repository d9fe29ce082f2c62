using FsCheck;
using FsCheck.Fluent;
using Knast.Shell.Cmdlets;

namespace Knast.Shell.Tests.Cmdlets;

public sealed class CsvTextTests
{
    [Fact]
    public void Whatever_is_quoted_is_read_back()
    {
        Gen<string> field = Gen.Elements('a', ',', ';', '"', '\n', '\r', ' ', 'é', '\0').ArrayOf().Select(chars => new string(chars));
        Gen<string[][]> table = field.ArrayOf(3).ArrayOf();
        Prop.ForAll(table.ToArbitrary(), records =>
        {
            string text = string.Join('\n', records.Select(r => string.Join(',', r.Select(CsvText.Quote))));
            return CsvText.Parse(text, ',').Select(r => r.ToArray()).SequenceEqual(records, new FieldsComparer());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_is_read_without_an_error()
    {
        Prop.ForAll<string?>(text => CsvText.Parse(text ?? "", ',').All(record => record.Count > 0)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a,b\r\n1,2\r\n", "a,b|1,2")]
    [InlineData("a\n\n\nb", "a|b")]
    [InlineData("a,\n,b", "a,|,b")]
    [InlineData("\"a\"\"b\"", "a\"b")]
    [InlineData("\"open", "open")]
    [InlineData("\"\"", "")]
    public void Records_are_as_RFC_4180_has_them(string text, string expected)
    {
        Assert.Equal(expected, string.Join('|', CsvText.Parse(text, ',').Select(r => string.Join(',', r))));
    }

    private sealed class FieldsComparer : IEqualityComparer<string[]>
    {
        public bool Equals(string[]? x, string[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(string[] obj) => obj.Length;
    }
}
