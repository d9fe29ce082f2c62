using Knast.Oci;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Tests.LifeCycle;

/// <summary>A bundle of busybox in a temporary directory on tmpfs, with roots of its own.</summary>
internal sealed class TestBundle : IDisposable
{
    public TestBundle()
    {
        Base = Directory.CreateTempSubdirectory("knast-test-").FullName;
        Bundle = Path.Combine(Base, "bundle");
        Rootfs = Path.Combine(Bundle, "rootfs");
        string bin = Path.Combine(Rootfs, "bin");
        Directory.CreateDirectory(bin);
        File.Copy("/bin/busybox", Path.Combine(bin, "busybox"));
        File.SetUnixFileMode(Path.Combine(bin, "busybox"), (UnixFileMode)0x1ED);
        foreach (string applet in new[] { "sh", "true", "false", "echo", "cat", "sleep", "id", "ls", "mount", "hostname", "touch", "ps", "stat", "kill", "ip", "env", "pwd" })
        {
            File.CreateSymbolicLink(Path.Combine(bin, applet), "busybox");
        }

        Options = new EngineOptions { Root = Path.Combine(Base, "root"), RunRoot = Path.Combine(Base, "run") };
        Engine = ContainerEngine.Open(Options);
    }

    public string Base { get; }

    public string Bundle { get; }

    public string Rootfs { get; }

    public EngineOptions Options { get; }

    public ContainerEngine Engine { get; }

    public static RuntimeConfig Config(params string[] args)
    {
        RuntimeConfig config = RuntimeConfigDefaults.ForLinux();
        return config with { Process = config.Process! with { Args = args, Terminal = false }, Hostname = "box" };
    }

    public Container Create(RuntimeConfig config, string? name = null)
    {
        Write(config);
        return Engine.Create(new CreateRequest { Bundle = Bundle, Name = name }, TestContext.Current.CancellationToken);
    }

    public void Write(RuntimeConfig config) => File.WriteAllBytes(Path.Combine(Bundle, "config.json"), OciJson.Write(config));

    public string Run(RuntimeConfig config)
    {
        Container container = Create(config);
        Engine.Start(container.Id, TestContext.Current.CancellationToken);
        Engine.Wait(container.Id, ContainerCondition.Stopped, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        string text = string.Join('\n', Engine.ReadLog(container.Id, new LogQuery(), TestContext.Current.CancellationToken).Select(line => line.Text));
        Engine.Delete(container.Id, force: false, TestContext.Current.CancellationToken);
        return text;
    }

    /// <summary>No container, directory, name, cgroup, process or mount that mentions our directories.</summary>
    public void AssertNothingIsLeft()
    {
        Assert.Empty(Engine.List());
        foreach (string directory in new[] { "root/containers", "root/names", "run/containers" })
        {
            string path = Path.Combine(Base, directory);
            Assert.Empty(Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path) : []);
        }

        Assert.DoesNotContain(Base, File.ReadAllText("/proc/self/mountinfo"), StringComparison.Ordinal);

        // A monitor whose shell was killed ends by itself when its container has.
        Assert.True(
            SpinWait.SpinUntil(() => !Directory.EnumerateDirectories("/proc").Any(HoldsOurs), TimeSpan.FromSeconds(10)),
            string.Join(", ", Directory.EnumerateDirectories("/proc").Where(HoldsOurs)));
    }

    public void Dispose()
    {
        foreach (Container container in Engine.List())
        {
            Engine.Delete(container.Id, force: true, CancellationToken.None);
        }

        Directory.Delete(Base, recursive: true);
    }

    // A launcher of ours has the container's directory open; any other process under test lives in this one.
    private bool HoldsOurs(string process)
    {
        if (!int.TryParse(Path.GetFileName(process), out int pid) || pid == Environment.ProcessId)
        {
            return false;
        }

        try
        {
            return Directory.EnumerateFileSystemEntries(Path.Combine(process, "fd"))
                .Any(descriptor => new FileInfo(descriptor).LinkTarget?.StartsWith(Base, StringComparison.Ordinal) == true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
