namespace Knast.Runtime.State;

/// <summary>The truth that a catalogue is made from: the directories of the containers, and the content store.</summary>
public interface ICatalogueSource
{
    /// <summary>All containers there are.</summary>
    IEnumerable<CatalogueContainer> ReadContainers();

    /// <summary>All images there are.</summary>
    IEnumerable<CatalogueImage> ReadImages();
}
