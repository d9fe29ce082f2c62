namespace Knast.Shell.CommandLine;

/// <summary>The command line is not one that the shell takes.</summary>
internal sealed class UsageException(string message) : Exception(message);
