using System.Management.Automation;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Knast.Shell.CommandLine;

/// <summary>What <c>-Version</c> prints.</summary>
internal static class ShellVersion
{
    public static Version Current { get; } = typeof(ShellVersion).Assembly.GetName().Version ?? new Version(0, 0);

    public static string Describe() =>
        $"knast-shell {Current.ToString(3)} (PowerShell engine {Engine()}, {RuntimeInformation.FrameworkDescription})";

    private static string Engine()
    {
        string? informational = typeof(PSObject).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return informational?.Split(' ', '+')[0] ?? "unknown";
    }
}
