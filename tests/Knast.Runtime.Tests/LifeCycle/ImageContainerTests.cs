using Knast.Images.Import;
using Knast.Oci;
using Knast.Oci.ImageSpec;
using Knast.Runtime.Hosts;
using Knast.Runtime.Hosts.Linux;

namespace Knast.Runtime.Tests.LifeCycle;

/// <summary>Containers of images: layers are shared, changes are the container's own.</summary>
public sealed class ImageContainerTests : IDisposable
{
    private readonly TestBundle _bundle = new();

    [Fact]
    public async Task ChangesOutliveAStopAndTheImageDoesNotSeeThem()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Image image = await ImportAsync(new ExecutionParameters());
        Container container = Create(image, "sh", "-c", "ls /mark 2>/dev/null || touch /mark");
        Run(container);
        Assert.Empty(Text(container));
        Run(container);
        Assert.Equal("/mark", Text(container));
        Container other = Create(image, "ls", "/mark");
        Run(other);
        Assert.Contains("No such file", Text(other), StringComparison.Ordinal);
        Assert.Equal(1, _bundle.Engine.Wait(other.Id, ContainerCondition.Stopped, null, cancellation).ExitCode);
    }

    [Fact]
    public async Task TheImageSaysWhatIsRunHowAndAsWhom()
    {
        Image image = await ImportAsync(new ExecutionParameters
        {
            Entrypoint = ["sh", "-c"],
            Cmd = ["id; pwd; echo $HOME $FROM"],
            Env = ["FROM=image"],
            User = "worker",
            WorkingDir = "/made/for/it",
        });
        Container container = _bundle.Engine.Create(new CreateRequest { Image = image }, TestContext.Current.CancellationToken);
        Run(container);
        Assert.Equal("uid=1234(worker) gid=1235(crew) groups=1235(crew),1300(extra)\n/made/for/it\n/home/worker image", Text(container));
    }

    [Fact]
    public async Task AUserThatTheImageDoesNotHaveIsRefused()
    {
        Image image = await ImportAsync(new ExecutionParameters());
        KnastException error = Assert.Throws<KnastException>(
            () => _bundle.Engine.Create(new CreateRequest { Image = image, Command = ["true"], User = "nobody-here" }, TestContext.Current.CancellationToken));
        Assert.Equal("UserUnknown", error.ErrorId);
        Assert.Empty(_bundle.Engine.List());
    }

    [Fact]
    public async Task AnImageWithoutCommandNeedsOne()
    {
        Image image = await ImportAsync(new ExecutionParameters());
        KnastException error = Assert.Throws<KnastException>(
            () => _bundle.Engine.Create(new CreateRequest { Image = image }, TestContext.Current.CancellationToken));
        Assert.Equal("CommandMissing", error.ErrorId);
    }

    [Fact]
    public async Task AHostThatCannotStackLayersCopiesThem()
    {
        Image image = await ImportAsync(new ExecutionParameters());
        var files = new KernelFiles(_bundle.Engine.Kernel);
        var context = new EngineContext(_bundle.Options, _bundle.Engine.Kernel, files, new HostWithoutOverlay(new LinuxHost(_bundle.Engine.Kernel, files)));
        Container container = Operations.CreateContainer.Run(
            context, new CreateRequest { Image = image, Command = ["sh", "-c", "touch /x && ls /bin/busybox /x"] }, TestContext.Current.CancellationToken);
        Assert.True(File.Exists(Path.Combine(container.Bundle, "rootfs/bin/busybox")));
        Run(container);
        Assert.Equal("/bin/busybox\n/x", Text(container));
    }

    [Fact]
    public async Task AnUnknownNetworkIsRefusedByName()
    {
        Image image = await ImportAsync(new ExecutionParameters());
        KnastException error = Assert.Throws<KnastException>(
            () => _bundle.Engine.Create(new CreateRequest { Image = image, Command = ["true"], Network = "blue" }, TestContext.Current.CancellationToken));
        Assert.Contains("\"blue\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnTheHostsNetworkItSeesTheHostsInterfaces()
    {
        Image image = await ImportAsync(new ExecutionParameters());
        Container container = _bundle.Engine.Create(
            new CreateRequest { Image = image, Network = "host", Command = ["sh", "-c", "ls /sys/class/net; hostname"] }, TestContext.Current.CancellationToken);
        Run(container);
        string[] expected = [.. Directory.EnumerateFileSystemEntries("/sys/class/net").Select(path => Path.GetFileName(path)), Environment.MachineName];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Text(container).Split('\n').Order(StringComparer.Ordinal));
    }

    public void Dispose() => _bundle.Dispose();

    private async Task<Image> ImportAsync(ExecutionParameters config)
    {
        string etc = Path.Combine(_bundle.Rootfs, "etc");
        Directory.CreateDirectory(etc);
        File.WriteAllText(Path.Combine(etc, "passwd"), "root:x:0:0:root:/root:/bin/sh\nworker:x:1234:1235::/home/worker:/bin/sh\n");
        File.WriteAllText(Path.Combine(etc, "group"), "root:x:0:\ncrew:x:1235:\nextra:x:1300:root,worker\n");
        var importer = new ImageImporter(_bundle.Engine.Images);
        IReadOnlyList<Image> images = await importer.ImportAsync(
            _bundle.Rootfs, new ImportOptions { Reference = ImageReference.Parse("box:test"), Config = config }, cancellation: TestContext.Current.CancellationToken);
        return Assert.Single(images);
    }

    private Container Create(Image image, params string[] command) =>
        _bundle.Engine.Create(new CreateRequest { Image = image, Command = command }, TestContext.Current.CancellationToken);

    private void Run(Container container)
    {
        _bundle.Engine.Start(container.Id, TestContext.Current.CancellationToken);
        _bundle.Engine.Wait(container.Id, ContainerCondition.Stopped, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    private string Text(Container container) =>
        string.Join('\n', _bundle.Engine.ReadLog(container.Id, new LogQuery(), TestContext.Current.CancellationToken).Select(line => line.Text));
}
