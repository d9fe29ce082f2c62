using System.Diagnostics;

namespace Knast.PowerShell.Tests.Support;

/// <summary>The shell with the staged module, as a user has it.</summary>
internal static class ShellProcess
{
    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">The commands.</param>
    /// <param name="environment">Environment variables beside the test's own.</param>
    public static Task<ShellResult> RunAsync(string script, params (string Name, string Value)[] environment) => RunWithAsync(["-Command", script], environment);

    /// <summary>Runs the shell with arguments.</summary>
    public static async Task<ShellResult> RunWithAsync(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        using Process process = Start(arguments, environment);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        string output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new ShellResult(process.ExitCode, output, await error);
    }

    /// <summary>Starts the shell.</summary>
    public static Process Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (string argument in (string[])["exec", Repository.Shell, "-NonInteractive", .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment.Remove("KNAST_MODULE");
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
