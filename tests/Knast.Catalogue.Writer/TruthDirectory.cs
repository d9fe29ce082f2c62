using Knast.Runtime.State;

namespace Knast.Catalogue.Writer;

/// <summary>The truth of a test: a file for each container.</summary>
public sealed class TruthDirectory(string directory) : ICatalogueSource
{
    public int TimesRead { get; private set; }

    public static CatalogueContainer Container(string id) =>
        new() { Id = id, Name = "name-" + id, Created = DateTimeOffset.UnixEpoch, Image = "busybox:latest", ImageId = "sha256:" + new string('a', 64) };

    public void Add(CatalogueContainer container)
    {
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, container.Id), "");
    }

    public IEnumerable<CatalogueContainer> ReadContainers()
    {
        TimesRead++;
        return Directory.Exists(directory) ? [.. Directory.EnumerateFiles(directory).Select(path => Container(Path.GetFileName(path)))] : [];
    }

    public IEnumerable<CatalogueImage> ReadImages() => [];
}
