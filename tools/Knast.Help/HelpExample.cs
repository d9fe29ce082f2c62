namespace Knast.Help;

/// <summary>An example: what it shows, the commands, and what is to be said of them.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Code">The commands.</param>
/// <param name="Remarks">What is to be said.</param>
/// <param name="Needs">What the example needs beside root, such as <c>registry</c> or <c>freebsd</c>: words after <c>powershell</c> on the code's fence.</param>
internal sealed record HelpExample(string Title, string Code, IReadOnlyList<string> Remarks, IReadOnlyList<string> Needs);
