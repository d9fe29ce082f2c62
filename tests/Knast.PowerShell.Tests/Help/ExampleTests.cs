using Knast.Help;
using Knast.PowerShell.Tests.Support;

namespace Knast.PowerShell.Tests.Help;

/// <summary>Every documented example runs without an error, but for those that need what is not on every machine.</summary>
public sealed class ExampleTests
{
    private static readonly string[] NotHere = ["registry", "bundle", "archive"];

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "cmdlets");

    public static TheoryData<string> Pages { get; } =
        new(HelpPageReader.ReadFolder(Folder).Where(page => page.Examples.Any(IsForHere)).Select(page => page.Name));

    [Theory, MemberData(nameof(Pages))]
    public async Task Examples_run(string cmdlet)
    {
        HelpExample[] examples = [.. HelpPageReader.Read(Path.Combine(Folder, cmdlet + ".md")).Examples.Where(IsForHere)];
        ShellResult result = await ShellProcess.RunAsync(Preparation + string.Concat(examples.Select(Around)));
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.All(examples, example => Assert.Contains($"over: {example.Title}", result.Output, StringComparison.Ordinal));
    }

    private static bool IsForHere(HelpExample example) => !example.Needs.Intersect(NotHere).Any();

    // The containers that the examples speak of: web runs, job has ended.
    private static string Preparation => $$"""
        $ErrorActionPreference = 'Stop'
        $ConfirmPreference = 'None'
        . '{{Repository.Root}}/tests/pester/TestRoot.ps1'
        function Invoke-Example([string] $Title, [scriptblock] $Code) {
            $folder = New-TestRoot
            Push-Location $folder
            try {
                [void] (Import-KnastImage "$folder/tree" -Reference alpine:3.20 -Command sh -Environment PATH=/bin)
                [void] (New-KnastContainer busybox -Name web -Command sh, -c, 'trap "" HUP; trap "exit 0" TERM INT; echo ready; while :; do sleep 0.05; done' -Label app=shop | Start-KnastContainer)
                [void] (Get-KnastContainerLog web -Follow | Select-Object -First 1)
                [void] (New-KnastContainer busybox -Name job -Command true | Start-KnastContainer -Wait)
                [void] (New-Item -ItemType Directory -Path ./archives)
                & $Code
                "over: $Title"
            }
            finally {
                Pop-Location
                Remove-TestRoot $folder
            }
        }

        """;

    private static string Around(HelpExample example) => $"Invoke-Example '{example.Title.Replace("'", "''", StringComparison.Ordinal)}' {{\n{example.Code}\n}}\n";
}
