namespace Knast.Shell.CommandLine;

/// <summary>What <c>-Help</c> prints.</summary>
internal static class Usage
{
    public const string Text = """
        knast-shell: a small PowerShell with the Knast module loaded.

          knast-shell                              a prompt; 'exit' leaves it
          knast-shell [-File] SCRIPT [ARGUMENT]…   run a script; -Name VALUE, -Switch and plain values are its parameters
          knast-shell -Command TEXT…               run a command; '-' reads it from standard input
          knast-shell -Pester PATH… [OPTION]…      run *.Tests.ps1 files (the subset of docs/pester-subset.md)
              -Tag A,B  -ExcludeTag C              which blocks and tests
              -Output Detailed|Normal|None         how much is printed
              -ResultPath FILE                     results as JSON (FILE.json) or NUnit XML
          knast-shell -Version | -Help

        Options before these: -NoModule (do not import Knast), -NonInteractive (fail instead of asking).
        KNAST_MODULE names the module manifest to import instead of the one beside this program.

        Exit code: that of 'exit N'; 1 after a terminating error, or where the last command of -Command failed;
        with -Pester the number of failed tests, at most 125; 64 for a wrong command line; 130 after Ctrl+C.
        """;
}
