using System.Collections.Concurrent;
using Knast.Native.Remote;

namespace Knast.Native.Kernel;

/// <summary>Opens the kernel that the environment asks for: this machine's, or with <c>KNAST_KERNEL</c> another.</summary>
public static class KernelSelection
{
    /// <summary>The environment variable that names a kernel: <c>tcp://HOST:PORT</c> for an agent, or <c>SCHEME:…</c> of a registered kind.</summary>
    public const string Variable = "KNAST_KERNEL";

    /// <summary>The environment variable that holds the token of an agent.</summary>
    public const string TokenVariable = "KNAST_KERNEL_TOKEN";

    private static readonly ConcurrentDictionary<string, Func<string, IKernel>> s_kinds = new(StringComparer.Ordinal);

    /// <summary>Makes a kind of kernel known, such as <c>simulated</c> for <c>simulated:15.1</c>.</summary>
    /// <param name="scheme">What comes before the colon.</param>
    /// <param name="open">Opens one, given what comes after the colon.</param>
    public static void Register(string scheme, Func<string, IKernel> open)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        ArgumentNullException.ThrowIfNull(open);
        s_kinds[scheme] = open;
    }

    /// <summary>Opens the kernel that the environment asks for, traced where it asks for that.</summary>
    /// <exception cref="FormatException"><c>KNAST_KERNEL</c> names no kernel.</exception>
    /// <exception cref="IOException">The agent cannot be reached.</exception>
    public static IKernel Open() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name
        ? LocalKernel.Traced(Open(name, Environment.GetEnvironmentVariable(TokenVariable)))
        : LocalKernel.Open();

    /// <summary>Opens a kernel by its name.</summary>
    /// <param name="name">As in <see cref="Variable"/>.</param>
    /// <param name="token">The token, for an agent.</param>
    /// <exception cref="FormatException">It names no kernel.</exception>
    /// <exception cref="IOException">The agent cannot be reached.</exception>
    public static IKernel Open(string name, string? token)
    {
        ArgumentNullException.ThrowIfNull(name);
        string scheme = name.Split(':')[0];
        if (scheme == AgentAddress.Scheme)
        {
            return AgentKernel.Connect(
                AgentAddress.Parse(name),
                token is { Length: > 0 } ? token : throw new FormatException($"{TokenVariable} is not set: it holds the token that the agent at {name} was started with."));
        }

        return s_kinds.TryGetValue(scheme, out Func<string, IKernel>? open)
            ? open(name[Math.Min(name.Length, scheme.Length + 1)..])
            : throw new FormatException($"{Variable} is \"{name}\", which names no kernel. Known: {string.Join(", ", s_kinds.Keys.Order().Select(static kind => kind + ":…").Prepend("tcp://HOST:PORT"))}.");
    }
}
