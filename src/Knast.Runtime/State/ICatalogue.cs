namespace Knast.Runtime.State;

/// <summary>
/// What makes queries over hundreds of containers and images fast. It is never the truth: the directories of the containers and the content store are,
/// and it is made anew from them when it is missing or damaged. Each call is one short transaction, atomic also between processes.
/// </summary>
public interface ICatalogue
{
    /// <summary>Adds a container or replaces what is known of it. Called after its directory has changed.</summary>
    /// <param name="container">The container.</param>
    void Save(CatalogueContainer container);

    /// <summary>Forgets a container. Called after its directory has gone; one that is not known is no error.</summary>
    /// <param name="id">The container's id.</param>
    void RemoveContainer(string id);

    /// <summary>The containers that match, oldest first.</summary>
    /// <param name="query">What is asked for.</param>
    IReadOnlyList<CatalogueContainer> Find(CatalogueContainerQuery query);

    /// <summary>Adds an image or replaces what is known of it.</summary>
    /// <param name="image">The image.</param>
    void Save(CatalogueImage image);

    /// <summary>Forgets an image; one that is not known is no error.</summary>
    /// <param name="digest">The digest of the image's manifest.</param>
    void RemoveImage(string digest);

    /// <summary>The images that match, by reference.</summary>
    /// <param name="query">What is asked for.</param>
    IReadOnlyList<CatalogueImage> Find(CatalogueImageQuery query);

    /// <summary>Makes the catalogue anew from the truth.</summary>
    void Rebuild();
}
