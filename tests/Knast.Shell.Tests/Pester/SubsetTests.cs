using FsCheck;
using FsCheck.Fluent;
using Knast.Shell.Pester.Subset;

namespace Knast.Shell.Tests.Pester;

public sealed class SubsetTests
{
    public static TheoryData<string> TestFiles =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "pester"), "*.Tests.ps1", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(AppContext.BaseDirectory, f))];

    [Theory]
    [MemberData(nameof(TestFiles))]
    public void The_projects_own_test_files_keep_to_the_subset(string file) =>
        Assert.Empty(PesterSubset.Check(Path.Combine(AppContext.BaseDirectory, file)));

    [Theory]
    [InlineData("param($x) Describe a { It b { 1 | Should -Be 1 } }", "no parameters")]
    [InlineData("$x = 1", "BeforeAll")]
    [InlineData("function f { }", "BeforeAll")]
    [InlineData("Get-Item x", "BeforeAll")]
    [InlineData("Describe a { $x = 1 }", "BeforeAll")]
    [InlineData("Describe a { foreach ($i in 1, 2) { It $i { } } }", "-ForEach")]
    [InlineData("Describe a { It b { } | Out-Null }", "Describe or Context")]
    [InlineData("It a { }", "must stand in a Describe")]
    [InlineData("BeforeEach { }", "must stand in a Describe")]
    [InlineData("Describe a { It b { It c { } } }", "directly in the file")]
    [InlineData("Describe a { BeforeAll { Describe b { } } }", "directly in the file")]
    [InlineData("Describe a { BeforeAll { }; BeforeAll { } }", "second time")]
    [InlineData("Describe a { It b }", "same line")]
    [InlineData("Describe a { It b -Pending { } }", "-Pending")]
    [InlineData("Describe a -Focus { }", "-Focus")]
    [InlineData("Describe a { It b { 1 | Should Be 1 } }", "Pester 4")]
    [InlineData("Describe a { It b { 1 | Should -Not Be 1 } }", "one operator")]
    [InlineData("Describe a { It b { 1 | Should-Be 1 } }", "Pester 6")]
    [InlineData("Describe a { It b { 1 | Should -BeFine } }", "-BeFine")]
    [InlineData("Describe a { It b { Should -Invoke x } }", "-Invoke")]
    [InlineData("Describe a { It b { 1 | Should -Be 1 'why' } }", "by place")]
    [InlineData("Describe a { It b { 1 | Should -Be -BeTrue } }", "one operator")]
    [InlineData("Describe a { It b { 1 | Should } }", "one operator")]
    [InlineData("Describe a { It b { $s = @{ Be = $true }; 1 | Should @s } }", "splatted")]
    [InlineData("Describe a { It b { Mock Get-Item { } } }", "Mock")]
    [InlineData("Describe a { BeforeAll { if ($true) { Mock x } } }", "Mock")]
    [InlineData("InModuleScope x { Describe a { } }", "InModuleScope")]
    [InlineData("Describe a { It b { Set-ItResult -Pending } }", "-Pending")]
    [InlineData("Describe a { It b { ", "Missing closing")]
    [InlineData("begin { }", "begin")]
    [InlineData("BeforeAll { } Describe a { }", "new line")]
    public void What_goes_beyond_it_is_refused_in_words(string text, string expected)
    {
        IReadOnlyList<SubsetViolation> violations = PesterSubset.CheckText(text);
        Assert.Contains(violations, v => v.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Any_text_is_checked_without_an_error()
    {
        string[] words =
        [
            "Describe", "It", "BeforeAll", "Should", "-Be", "-Not", "-Because", "'x'", "{", "}", "(", ")", "|", ";", "\n", "$x", "@x", "-ForEach", ":", "1", "Mock",
            "Set-ItResult", "-Skipped",
        ];
        Gen<string> text = Gen.Elements(words).ListOf().Select(list => string.Join(' ', list));
        Prop.ForAll(text.ToArbitrary(), t => PesterSubset.CheckText(t).All(v => v.Line > 0)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_violation_names_its_line()
    {
        SubsetViolation violation = Assert.Single(PesterSubset.CheckText("Describe a {\n    It b {\n        Mock x\n    }\n}"));
        Assert.Equal(3, violation.Line);
    }
}
