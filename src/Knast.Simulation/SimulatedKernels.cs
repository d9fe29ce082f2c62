using System.Collections.Concurrent;
using Knast.Native.Kernel;

namespace Knast.Simulation;

/// <summary>Simulated kernels by name, for <c>KNAST_KERNEL=simulated:15.1</c>. A name stands for one machine, which lives as long as this process.</summary>
public static class SimulatedKernels
{
    /// <summary>What comes before the colon.</summary>
    public const string Scheme = "simulated";

    private static readonly ConcurrentDictionary<string, Lazy<SimulatedKernel>> s_kernels = new(StringComparer.Ordinal);

    /// <summary>Makes them known to <see cref="KernelSelection"/>.</summary>
    public static void Register() => KernelSelection.Register(Scheme, Open);

    /// <summary>The kernel of a name.</summary>
    /// <param name="name">
    /// A release, such as <c>15.1</c>, and after another colon the directory of this machine that is to be the root. This machine's directory for
    /// temporary files, and the one that <c>KNAST_ROOT</c> names, have the same paths there.
    /// </param>
    /// <exception cref="FormatException">No kernel of that release is simulated.</exception>
    public static IKernel Open(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return s_kernels.GetOrAdd(name, static name => new Lazy<SimulatedKernel>(() => Boot(name))).Value;
    }

    private static SimulatedKernel Boot(string name)
    {
        string[] parts = name.Split(':', 2);
        var machine = new SimulatedMachine(SimulatedRelease.Parse(parts[0]), new SimulatedMachineOptions
        {
            Root = parts.Length > 1 ? Path.GetFullPath(parts[1]) : null,
            SharedDirectories = [.. Shared().Distinct()],
            HasDefaultRulesets = true,
        });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => machine.Dispose();
        return machine.Open();
    }

    private static IEnumerable<string> Shared()
    {
        string temporary = Path.TrimEndingDirectorySeparator(Path.GetTempPath());
        yield return temporary;
        string? root = Environment.GetEnvironmentVariable("KNAST_ROOT") is { Length: > 0 } given ? Path.GetFullPath(given) : null;
        if (root is not null && !root.StartsWith(temporary + "/", StringComparison.Ordinal))
        {
            yield return Directory.CreateDirectory(root).FullName;
        }
    }
}
