using System.Management.Automation;
using System.Text.RegularExpressions;
using Knast.Shell.Pester.Assertions;

namespace Knast.Shell.Pester.Running;

/// <summary>Fills in <c>&lt;name&gt;</c> and <c>&lt;_.Member&gt;</c> in the names of tests and blocks; a backtick keeps an angle bracket as it is.</summary>
internal static partial class NameTemplate
{
    /// <summary>The name, with each template's variable as it is in the scope that <paramref name="evaluate"/> looks at.</summary>
    public static string Expand(string name, Func<string, object?> evaluate) => Template().Replace(name, match =>
        match.Groups["literal"].Success ? match.Groups["literal"].Value : Format(evaluate("$" + match.Groups["expression"].Value)));

    private static string Format(object? value) =>
        (value is PSObject wrapped ? wrapped.BaseObject : value) is string text ? text : ValueFormatter.Format(value);

    [GeneratedRegex("`(?<literal>[<>])|<(?<expression>[^>`]+)>")]
    private static partial Regex Template();
}
