using Knast.Native.Kernel;
using Knast.Runtime;
using Knast.Runtime.State;

namespace Knast.Catalogue.Tests.Engine;

/// <summary>Finding among many real containers by way of the catalogue.</summary>
public sealed class ManyContainersTests : IDisposable
{
    private const int Count = 70;

    private readonly string _folder = Directory.CreateTempSubdirectory("knast-many-").FullName;
    private readonly ContainerEngine _plain;
    private readonly ContainerEngine _catalogued;
    private int _opened;

    public ManyContainersTests()
    {
        var options = new EngineOptions { Root = Path.Combine(_folder, "root"), RunRoot = Path.Combine(_folder, "run") };
        _plain = ContainerEngine.Open(options, KernelSelection.Open());
        _catalogued = ContainerEngine.Open(options, KernelSelection.Open(), () =>
        {
            _opened++;
            return new LiteDbCatalogueProvider();
        });
        string bin = Directory.CreateDirectory(Path.Combine(_folder, "bundle", "rootfs", "bin")).FullName;
        File.Copy("/usr/bin/busybox", Path.Combine(bin, "busybox"));
        File.WriteAllText(Path.Combine(_folder, "bundle", "config.json"), """
            { "ociVersion": "1.0.2", "root": { "path": "rootfs" },
              "process": { "cwd": "/", "args": ["/bin/busybox", "true"], "user": { "uid": 0, "gid": 0 } },
              "linux": { "namespaces": [{ "type": "pid" }, { "type": "mount" }] } }
            """);
    }

    [Fact]
    public void What_the_catalogue_finds_is_what_there_is()
    {
        foreach (int i in Enumerable.Range(0, Count))
            Create($"{(i % 10 == 0 ? "web" : "job")}{i:00}");
        Assert.Equal(WebNames(), Find("WEB*"));
        Assert.Equal(1, _opened);

        // Others change things behind the catalogue's back.
        _plain.Delete(_plain.Get("web10").Id, force: true, CancellationToken.None);
        Create("web99");
        Assert.Equal([.. WebNames().Where(name => name != "web10"), "web99"], Find("web*"));

        // Many changes at once, and a damaged file.
        foreach (int i in Enumerable.Range(0, 12))
            Create($"new{i:00}");
        Assert.Equal(12, Find("new*").Count);
        File.WriteAllText(Path.Combine(_folder, "root", "catalogue", "catalogue.db"), "damaged");
        Assert.Equal(12, Find("new*").Count);
        Assert.Equal(_plain.List().Count, Find("*").Count);
    }

    [Fact]
    public void Few_containers_are_found_without_the_catalogue()
    {
        Create("web1");
        Create("job1");
        Assert.Equal(["web1"], Find("web*"));
        Assert.Equal(0, _opened);
        Assert.Empty(_catalogued.Find(new CatalogueContainerQuery { Name = "nobody*" }));
        Assert.Equal(2, _catalogued.Find(new CatalogueContainerQuery { Labels = new Dictionary<string, string?> { ["test"] = null } }).Count);
    }

    public void Dispose()
    {
        foreach (Container container in _plain.List())
            _plain.Delete(container.Id, force: true, CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<string> WebNames() => Enumerable.Range(0, Count).Where(i => i % 10 == 0).Select(i => $"web{i:00}");

    private void Create(string name) => _plain.Create(
        new CreateRequest { Name = name, Bundle = Path.Combine(_folder, "bundle"), Labels = new Dictionary<string, string> { ["test"] = "many" } }, CancellationToken.None);

    private List<string> Find(string name) => [.. _catalogued.Find(new CatalogueContainerQuery { Name = name }).Select(container => container.Name)];
}
