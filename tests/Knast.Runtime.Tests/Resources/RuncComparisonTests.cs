using System.Diagnostics;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Tests.LifeCycle;

namespace Knast.Runtime.Tests.Resources;

/// <summary>The same bundle under runc and under Knast: the cgroups hold the same.</summary>
public sealed class RuncComparisonTests : IDisposable
{
    private const string Runc = "/usr/sbin/runc";

    private const string Script =
        "cd /sys/fs/cgroup; for f in memory/memory.limit_in_bytes memory/memory.memsw.limit_in_bytes memory/memory.soft_limit_in_bytes memory/memory.swappiness "
        + "cpu/cpu.shares cpu/cpu.cfs_quota_us cpu/cpu.cfs_period_us cpuset/cpuset.cpus cpuset/cpuset.mems pids/pids.max devices/devices.list; do "
        + "while read line; do echo $f $line; done < $f; done";

    // runc allows tun besides, for the sake of old engines.
    private static readonly string[] Known = ["devices/devices.list c 10:200 rwm"];

    private readonly TestBundle _bundle = new();

    [Fact]
    public void TheCgroupsHoldTheSame()
    {
        Assert.SkipUnless(File.Exists(Runc) && Directory.Exists("/sys/fs/cgroup/memory"), "This compares with runc on cgroup v1.");
        RuntimeConfig config = TestBundle.Config("sh", "-c", Script);
        config = config with
        {
            // runc's Debian version knows no later one.
            OciVersion = "1.0.2",
            Linux = config.Linux! with
            {
                Resources = new LinuxResources
                {
                    Memory = new LinuxMemory { Limit = 64 << 20, Swap = 96 << 20, Reservation = 1 << 20, Swappiness = 9 },
                    Cpu = new LinuxCpu { Shares = 512, Quota = 50_000, Period = 80_000, Cpus = "0", Mems = "0" },
                    Pids = new LinuxPids { Limit = 50 },
                    Devices =
                    [
                        new() { Allow = false, Access = "rwm" },
                        new() { Allow = true, Type = "c", Major = 10, Minor = 229, Access = "rw" },
                        new() { Allow = true, Type = "b", Major = 8, Access = "r" },
                        new() { Allow = true, Type = "c", Major = 9, Access = "rwm" },
                        new() { Allow = false, Type = "c", Major = 9, Access = "w" },
                    ],
                },
            },
        };
        string[] ours = Lines(_bundle.Run(config));
        Assert.Contains("pids/pids.max 50", ours);
        Assert.Equal(Lines(RunWithRunc()), ours);
    }

    public void Dispose() => _bundle.Dispose();

    private static string[] Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Except(Known).Order(StringComparer.Ordinal)];

    // The configuration is in the bundle since our own run.
    private string RunWithRunc()
    {
        string[] arguments = ["--root", Path.Combine(_bundle.Base, "runc"), "run", "--bundle", _bundle.Bundle, $"knast-test-{Guid.NewGuid():N}"];
        var start = new ProcessStartInfo(Runc, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
