using Knast.Catalogue.Writer;
using Knast.Runtime.State;

namespace Knast.Catalogue.Tests;

/// <summary>A temporary folder with a truth and its catalogue.</summary>
internal sealed class CatalogueFolder : IDisposable
{
    public CatalogueFolder()
    {
        Path = Directory.CreateTempSubdirectory("knast-catalogue-").FullName;
        Truth = new TruthDirectory(System.IO.Path.Combine(Path, "truth"));
    }

    public string Path { get; }

    public TruthDirectory Truth { get; }

    public string Database => System.IO.Path.Combine(Path, "catalogue", "catalogue.db");

    public ICatalogue Open() => new LiteDbCatalogueProvider().Open(System.IO.Path.Combine(Path, "catalogue"), Truth);

    public IEnumerable<string> Ids() => Open().Find(new CatalogueContainerQuery()).Select(container => container.Id).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
