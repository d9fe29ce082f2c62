using System.Diagnostics;

namespace Knast.Images.Tests.Support;

/// <summary>Runs the programs that our results are compared with.</summary>
internal static class Tool
{
    /// <summary>Skips the test where a program is missing.</summary>
    public static void Need(params string[] names)
    {
        foreach (string name in names)
        {
            Assert.SkipWhen(Find(name) is null, $"{name} is not on this machine.");
        }
    }

    /// <summary>Runs a program that must succeed.</summary>
    public static string Run(string name, params string[] arguments) => RunIn("/", name, arguments);

    /// <summary>Runs a program that must succeed, in a directory.</summary>
    public static string RunIn(string directory, string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(name) ?? name, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{name} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error.Result}");
        return output;
    }

    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin")
        .Split(':').Select(directory => Path.Combine(directory, name)).FirstOrDefault(File.Exists);
}
