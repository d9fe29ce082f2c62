using Knast.Native.Kernel;
using Knast.Simulation.Launching;

namespace Knast.Simulation.Programs;

/// <summary>Finds programs in PATH and executes them, as execvp(3) does.</summary>
internal static class ExecutableSearch
{
    private const string DefaultPath = "/sbin:/bin:/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin";
    private const int NotFound = 127;
    private const int NotExecutable = 126;

    /// <summary>Executes a program; where that fails, says so.</summary>
    /// <returns>The exit status of whoever wanted to.</returns>
    public static int Execute(UserSpace user, IReadOnlyList<string> arguments, IReadOnlyList<string> environment, string who)
    {
        string path = environment.FirstOrDefault(static variable => variable.StartsWith("PATH=", StringComparison.Ordinal))?["PATH=".Length..] ?? DefaultPath;
        IEnumerable<string> candidates = arguments[0].Contains('/', StringComparison.Ordinal)
            ? [arguments[0]]
            : path.Split(':').Select(directory => $"{(directory.Length == 0 ? "." : directory)}/{arguments[0]}");
        ErrorCode worst = ErrorCode.ENOENT;
        foreach (string candidate in candidates)
        {
            ErrorCode error = user.Execute(candidate, arguments, environment);
            worst = error is ErrorCode.ENOENT or ErrorCode.ENOTDIR ? worst : error;
        }

        string words = worst == ErrorCode.ENOENT ? "not found" : ErrorCodes.Describe(worst);
        user.Write(2, $"{who}: {arguments[0]}: {words}\n");
        return worst == ErrorCode.ENOENT ? NotFound : NotExecutable;
    }
}
