namespace Knast.Shell.CommandLine;

/// <summary>Exit codes of the shell itself; <c>exit N</c> gives any other.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A terminating error, or the last command of <c>-Command</c> failed.</summary>
    public const int Failure = 1;

    /// <summary>sysexits.h EX_USAGE, as pwsh has it.</summary>
    public const int Usage = 64;

    /// <summary>The most that <c>-Pester</c> gives for failed tests; shells give codes from 126 on a meaning of their own.</summary>
    public const int MaximumFailedTests = 125;

    /// <summary>Ended by a signal, as shells show it: 128 and its number.</summary>
    public static int Signal(int number) => 128 + number;
}
