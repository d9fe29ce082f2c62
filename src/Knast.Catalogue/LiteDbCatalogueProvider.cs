using Knast.Runtime.State;

namespace Knast.Catalogue;

/// <summary>Opens catalogues that LiteDB keeps.</summary>
public sealed class LiteDbCatalogueProvider : ICatalogueProvider
{
    /// <inheritdoc/>
    public ICatalogue Open(string directory, ICatalogueSource source)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(source);
        return new LiteDbCatalogue(new CatalogueFiles(directory), source);
    }
}
