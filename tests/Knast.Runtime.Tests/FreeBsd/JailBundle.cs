using System.Diagnostics;
using Knast.Native.Files;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.Mounts;
using Knast.Native.Kernel;
using Knast.Oci;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts;
using Mount = Knast.Oci.RuntimeSpec.Mount;

namespace Knast.Runtime.Tests.FreeBsd;

/// <summary>A bundle for a FreeBSD kernel: its documents here, its root file system there.</summary>
internal sealed class JailBundle : IDisposable
{
    private readonly IReadOnlyList<string> _before;

    public JailBundle(IKernel kernel)
    {
        Kernel = kernel;
        Files = new KernelFiles(kernel);
        Base = Directory.CreateTempSubdirectory("knast-jail-").FullName;
        Bundle = Path.Combine(Base, "bundle");
        Directory.CreateDirectory(Bundle);
        Files.EnsureDirectory(Path.Combine(Bundle, "rootfs", "bin"), 0x1ED);
        Files.EnsureDirectory(Path.Combine(Bundle, "rootfs"), 0x1ED);
        Files.EnsureDirectory(Bundle, 0x1ED);
        Files.EnsureDirectory(Base, 0x1ED);
        WriteProgram(Path.Combine(Bundle, "rootfs", "bin"));
        Options = new EngineOptions { Root = Path.Combine(Base, "root"), RunRoot = Path.Combine(Base, "run") };
        Engine = ContainerEngine.Open(Options, kernel);
        _before = Observe();
    }

    public IKernel Kernel { get; }

    public KernelFiles Files { get; }

    public string Base { get; }

    public string Bundle { get; }

    public EngineOptions Options { get; }

    public ContainerEngine Engine { get; }

    public static RuntimeConfig Config(params string[] args)
    {
        RuntimeConfig config = RuntimeConfigDefaults.ForFreeBsd();
        return config with
        {
            Hostname = "box",
            Mounts = [new Mount { Destination = "/dev", Type = "devfs", Source = "devfs" }, new Mount { Destination = "/dev/fd", Type = "fdescfs", Source = "fdesc" }],
            Process = config.Process! with { Args = ["container", .. args] },
        };
    }

    public Container Create(RuntimeConfig config)
    {
        File.WriteAllBytes(Path.Combine(Bundle, "config.json"), OciJson.Write(config));
        return Engine.Create(new CreateRequest { Bundle = Bundle, Name = "jail" }, TestContext.Current.CancellationToken);
    }

    public (int? ExitCode, string Text) Run(RuntimeConfig config)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Container container = Create(config);
        Engine.Start(container.Id, cancellation);
        container = Engine.Wait(container.Id, ContainerCondition.Stopped, TimeSpan.FromSeconds(30), cancellation);
        string text = string.Join('\n', Engine.ReadLog(container.Id, new LogQuery(), cancellation).Select(line => line.Text));
        Engine.Delete(container.Id, force: false, cancellation);
        AssertNothingIsLeft();
        return (container.ExitCode, text);
    }

    public void AssertNothingIsLeft() => Assert.Equal(_before, Observe());

    public void Dispose()
    {
        foreach (Container container in Engine.List())
        {
            Engine.Delete(container.Id, force: true, CancellationToken.None);
        }

        Files.RemoveTree(Base);
        Directory.Delete(Base, recursive: true);
    }

    private List<string> Observe() =>
    [
        .. Getfsstat.Invoke(Kernel).Select(mount => $"{mount.FileSystem} {mount.Destination}"),
        .. JailGet.List(Kernel, [KnownJailParameters.Name]).Select(jail => $"jail {jail.Jid}"),
    ];

    private void WriteProgram(string directory)
    {
        using KernelDescriptor place = Files.Calls.OpenHostDirectory(directory);
        using KernelDescriptor file = Files.Calls.Open(place, "container", FileOpenFlags.WriteOnly | FileOpenFlags.Create, 0x1ED);
        Files.Calls.Write(file, Compile());
    }

    private static byte[] Compile()
    {
        string output = Path.GetTempFileName();
        string source = Path.Combine(AppContext.BaseDirectory, "FreeBsd", "container.c");
        using Process process = Process.Start("clang", ["--target=x86_64-unknown-freebsd13.2", "-Os", "-ffreestanding", "-nostdlib", "-static",
            "-fno-stack-protector", "-fuse-ld=lld", "-Wl,-z,norelro", "-Wl,--build-id=none", "-o", output, source]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        byte[] bytes = File.ReadAllBytes(output);
        File.Delete(output);
        return bytes;
    }
}
