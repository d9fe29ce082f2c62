using System.Management.Automation.Language;

namespace Knast.Shell.Pester.Subset;

/// <summary>
/// Checks that a test file keeps to the subset of Pester's grammar that this shell runs (docs/pester-subset.md), within which files mean the
/// same to Pester 5 and 6.
/// </summary>
public static class PesterSubset
{
    /// <summary>All violations of a file, in order; none where it is fine.</summary>
    public static IReadOnlyList<SubsetViolation> Check(string path)
    {
        ScriptBlockAst file = Parser.ParseFile(path, out _, out ParseError[] errors);
        return Check(file, errors);
    }

    /// <summary>The same for text.</summary>
    public static IReadOnlyList<SubsetViolation> CheckText(string text)
    {
        ScriptBlockAst file = Parser.ParseInput(text, out _, out ParseError[] errors);
        return Check(file, errors);
    }

    private static List<SubsetViolation> Check(ScriptBlockAst file, ParseError[] errors)
    {
        if (errors.Length > 0)
            return [.. errors.Select(e => new SubsetViolation(e.Extent.StartLineNumber, e.Message))];
        var violations = new List<SubsetViolation>();
        if (file.ParamBlock is not null)
            violations.Add(new SubsetViolation(file.ParamBlock.Extent.StartLineNumber, "a test file takes no parameters here"));
        new BlockChecker(violations).Check(file, isFile: true);
        return [.. violations.OrderBy(v => v.Line)];
    }
}
