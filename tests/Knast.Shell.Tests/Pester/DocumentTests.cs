using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using Knast.Shell.Pester.Cmdlets;
using Knast.Shell.Pester.Subset;

namespace Knast.Shell.Tests.Pester;

/// <summary>The document, the checker and the runner know the same operators.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Operators =
    [
        .. typeof(AssertPesterValueCommand).GetProperties()
            .Where(p => p.GetCustomAttributes<ParameterAttribute>().Any(a => a.Mandatory && a.ParameterSetName == p.Name))
            .Select(p => p.Name)
    ];

    [Fact]
    public void The_document_lists_the_operators_of_the_runner()
    {
        string document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "pester-subset.md"));
        string table = document[document.IndexOf("| operator |", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("\n\n", StringComparison.Ordinal)];
        IEnumerable<string> listed = table.Split('\n').Skip(2).SelectMany(row => Operator().Matches(row.Split('|')[1]).Select(m => m.Groups[1].Value));
        Assert.Equal(Operators.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_checker_takes_the_operators_of_the_runner()
    {
        Assert.NotEmpty(Operators);
        Assert.All(Operators, name => Assert.Empty(PesterSubset.CheckText($"Describe a {{ It b {{ 1 | Should -{name} }} }}")));
    }

    [GeneratedRegex("`-([A-Za-z]+)`")]
    private static partial Regex Operator();
}
