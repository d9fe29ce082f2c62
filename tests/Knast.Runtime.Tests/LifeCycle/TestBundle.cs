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

    public void Dispose()
    {
        foreach (Container container in Engine.List())
        {
            Engine.Delete(container.Id, force: true, CancellationToken.None);
        }

        Directory.Delete(Base, recursive: true);
    }
}
