using System.Management.Automation;
using Knast.Shell.Pester.Running;

namespace Knast.Shell.Pester.Reporting;

/// <summary>An error of a test in words: what, and where.</summary>
internal static class FailureText
{
    public static IEnumerable<string> Lines(ErrorRecord error)
    {
        string message = error.ErrorDetails?.Message ?? error.Exception.Message;
        bool assertion = error.FullyQualifiedErrorId == TestFailure.AssertionId;
        string[] lines = (assertion ? message : $"{error.Exception.GetType().Name}: {message}").Split('\n');
        foreach (string line in lines)
        {
            yield return line.TrimEnd('\r');
        }

        if (!string.IsNullOrEmpty(error.ScriptStackTrace))
        {
            foreach (string frame in error.ScriptStackTrace.Split('\n').Where(IsOfTheUser))
            {
                yield return frame.Trim();
            }
        }
    }

    // Frames without a file are the runner's own trampolines.
    private static bool IsOfTheUser(string frame) =>
        !frame.Contains("<No file>", StringComparison.Ordinal) && !frame.Contains("TestScope.ps1", StringComparison.Ordinal);
}
