using System.Collections.Concurrent;
using Knast.Native.FreeBsd.Mounts;
using Knast.Native.Kernel;
using Knast.Native.Remote;
using Knast.Native.Tests.FreeBsd.Answers;
using Knast.Simulation;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>
/// The FreeBSD kernels that the facade suite runs on. Real ones are running somewhere, each with an agent: <c>KNAST_AGENT_13_2=tcp://HOST:PORT</c> and
/// <c>KNAST_AGENT_15_1</c>, with the token in <c>KNAST_KERNEL_TOKEN</c>. With <c>KNAST_RECORD=DIRECTORY</c> their answers are recorded there. Without a
/// real one the answers that were recorded (tests/data/answers) are given again. Simulated ones are always there.
/// </summary>
public static class FreeBsdKernels
{
    private const string RecordVariable = "KNAST_RECORD";
    private const string NoneName = "none";
    private const string SimulatedPrefix = "simulated-";
    private static readonly string[] s_versions = ["13.2", "15.1"];
    private static readonly ConcurrentDictionary<string, Lazy<IKernel>> s_kernels = new();

    /// <summary>The kernels that are there, for theories with <c>SkipTestWithoutData</c>.</summary>
    public static TheoryData<string> Names =>
    [
        .. s_versions.Where(static name => IsReal(name) || Directory.Exists(AnswersOf(name))), .. s_versions.Select(static name => SimulatedPrefix + name),
    ];

    /// <summary>The real ones of them, for tests whose answers are not recorded. Where there is none, a name that skips the test.</summary>
    public static TheoryData<string> RealNames => [.. s_versions.Where(IsReal).DefaultIfEmpty(NoneName)];

    /// <summary>Whether there is a real one.</summary>
    public static bool HasReal => s_versions.Any(IsReal);

    /// <summary>A kernel by its name; one connection for the whole run, since an agent has one client.</summary>
    public static IKernel Open(string name)
    {
        Assert.SkipWhen(name == NoneName, "No FreeBSD kernel here: KNAST_AGENT_13_2 and KNAST_AGENT_15_1 name the agents of some, such as tcp://127.0.0.1:9000.");
        return s_kernels.GetOrAdd(name, static name => new Lazy<IKernel>(() => Connect(name))).Value;
    }

    private static IKernel Connect(string name)
    {
        if (name.StartsWith(SimulatedPrefix, StringComparison.Ordinal))
        {
            // As an agent does it, which has nothing else that can be written to.
            SimulatedKernel simulated = new SimulatedMachine(SimulatedRelease.Parse(name[SimulatedPrefix.Length..])).Open();
            Nmount.Invoke(simulated, Mount.Tmpfs("/tmp", []));
            return simulated;
        }

        if (!IsReal(name))
        {
            return new RecordedKernel(AnswersOf(name));
        }

        AgentKernel kernel = AgentKernel.Connect(
            AgentAddress.Parse(AddressOf(name)!), Environment.GetEnvironmentVariable(KernelSelection.TokenVariable) ?? "");
        return Environment.GetEnvironmentVariable(RecordVariable) is { Length: > 0 } directory
            ? new AnswerRecorder(kernel, Path.Combine(directory, name))
            : kernel;
    }

    private static bool IsReal(string name) => AddressOf(name) is { Length: > 0 };

    private static string? AddressOf(string name) => Environment.GetEnvironmentVariable("KNAST_AGENT_" + name.Replace('.', '_'));

    private static string AnswersOf(string name) => Path.Combine(AppContext.BaseDirectory, "data", "answers", name);
}
