using System.Diagnostics;
using Knast.Native.Kernel;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts;
using Knast.Runtime.Hosts.Linux;
using Knast.Runtime.Hosts.Linux.Resources;

namespace Knast.Runtime.Tests.Resources;

/// <summary>The program for cgroup v2 on a real kernel: planned as if v1 had no devices, felt by a real process.</summary>
public sealed class DeviceFilterTests : IDisposable
{
    private readonly IKernel _kernel = LocalKernel.Open();
    private readonly KernelFiles _files;
    private readonly CgroupHierarchy _unified;
    private readonly string _cgroup = $"/knast-test-{Guid.NewGuid():N}";
    private readonly string _scratch = Directory.CreateTempSubdirectory("knast-test-").FullName;

    public DeviceFilterTests()
    {
        _files = new KernelFiles(_kernel);
        _unified = new CgroupTree(_files).Hierarchies.Single(hierarchy => hierarchy.IsUnified);
        Assert.True(_files.TryMakeDirectory(_unified.MountPoint + _cgroup, 0x1ED));
    }

    [Fact]
    public void DevicesAreDeniedButForThoseOfEverybody()
    {
        Apply(new LinuxDeviceCgroup { Allow = false, Access = "rwm" });
        HostDevice disk = HostDevice.FindBlock();
        Assert.Equal(
            "x\nmade\nhead: cannot open 'disk' for reading: Operation not permitted\nhead: cannot open 'kmsg' for reading: Operation not permitted\n4",
            Run($"echo x | tee /dev/null; mknod disk b {disk.Major} {disk.Minor} && echo made; head -c 4 disk; mknod kmsg c 1 11; head -c 4 kmsg; head -c 4 /dev/zero | wc -c"));
    }

    [Fact]
    public void AnExceptionFromAnExceptionWorksHere()
    {
        Apply(
            new LinuxDeviceCgroup { Allow = false, Access = "rwm" },
            new LinuxDeviceCgroup { Allow = true, Type = "c", Major = 10, Access = "rw" },
            new LinuxDeviceCgroup { Allow = false, Type = "c", Major = 10, Minor = 237, Access = "w" });
        string[] lines = Run("mknod loop c 10 237; mknod other c 10 250; (: < other); (: > other); (: > loop)").Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.All(lines[..2], line => Assert.Contains("other: No such device", line, StringComparison.Ordinal));
        Assert.Contains("loop: Operation not permitted", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void ItEndsWithItsCgroup()
    {
        Apply(new LinuxDeviceCgroup { Allow = false, Access = "rwm" });
        Assert.True(_files.TryRemoveDirectory(_unified.MountPoint + _cgroup));
    }

    [Fact]
    public void ACgroupThatIsNoneIsNamed()
    {
        LinuxResourcePlan plan = Plan(new LinuxDeviceCgroup { Allow = false, Access = "rwm" });
        KnastException error = Assert.Throws<KnastException>(() => new ResourceWriter(_kernel, _files).Apply(plan, "/knast-test-missing"));
        Assert.Equal("/linux/resources/devices", error.Target);
        Assert.Contains("/knast-test-missing: openat", error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Assert.True(_files.TryRemoveDirectory(_unified.MountPoint + _cgroup));
        Directory.Delete(_scratch, recursive: true);
    }

    private LinuxResourcePlan Plan(params LinuxDeviceCgroup[] rules) => LinuxResourcePlan.Compose(
        new RuntimeConfig { Linux = new LinuxConfig { Resources = new LinuxResources { Devices = rules } } }, [_unified], _files.TryRead);

    private void Apply(params LinuxDeviceCgroup[] rules) => new ResourceWriter(_kernel, _files).Apply(Plan(rules), _cgroup);

    private string Run(string script)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"echo 0 > {_unified.MountPoint}{_cgroup}/cgroup.procs; exec 2>&1; {script}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = _scratch,
        };
        start.Environment["LC_ALL"] = "C";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.TrimEnd('\n');
    }
}
