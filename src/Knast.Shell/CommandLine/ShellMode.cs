namespace Knast.Shell.CommandLine;

/// <summary>What one invocation of the shell is to do.</summary>
internal enum ShellMode
{
    Interactive,
    Command,
    File,
    Pester,
    Help,
    Version,
}
