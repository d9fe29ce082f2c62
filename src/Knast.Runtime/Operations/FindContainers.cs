using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>
/// Finds containers among many. The catalogue says which are worth a look; it is brought up to date with the names of the directories first, so
/// that creating and deleting need not wait for it, and what it says is checked against the container itself.
/// </summary>
internal static class FindContainers
{
    // Below this, looking at all of them takes less time than opening the catalogue.
    private const int WorthTheCatalogue = 64;

    // Beyond this, making it anew is faster than many single changes.
    private const int WorthRebuilding = 8;

    /// <summary>The containers that match, oldest first.</summary>
    public static IReadOnlyList<Container> Run(EngineContext context, CatalogueContainerQuery query)
    {
        string[] ids = [.. context.Containers.Ids()];
        ICatalogue? catalogue = ids.Length < WorthTheCatalogue || query.IsForAll ? null : context.Catalogue;
        IEnumerable<string> candidates = catalogue is null ? ids : Candidates(context, catalogue, ids, query);
        return
        [
            .. candidates.Select(id => context.Containers.TryRead(id))
                .OfType<ContainerSnapshot>()
                .Where(container => query.Matches(CatalogueSource.Entry(container)))
                .Select(ListContainers.ToContainer)
                .OrderBy(container => container.Created),
        ];
    }

    private static IEnumerable<string> Candidates(EngineContext context, ICatalogue catalogue, string[] ids, CatalogueContainerQuery query)
    {
        Dictionary<string, CatalogueContainer> known = catalogue.Find(new CatalogueContainerQuery()).ToDictionary(container => container.Id);
        string[] unknown = [.. ids.Where(id => !known.ContainsKey(id))];
        string[] gone = [.. known.Keys.Except(ids)];
        Update(context, catalogue, unknown, gone);
        return ids.Where(id => !known.TryGetValue(id, out CatalogueContainer? container) || query.Matches(container));
    }

    private static void Update(EngineContext context, ICatalogue catalogue, string[] unknown, string[] gone)
    {
        if (unknown.Length + gone.Length > WorthRebuilding)
        {
            catalogue.Rebuild();
            return;
        }

        foreach (ContainerSnapshot container in unknown.Select(id => context.Containers.TryRead(id)).OfType<ContainerSnapshot>().Where(container => container.IsComplete))
        {
            catalogue.Save(CatalogueSource.Entry(container));
        }

        foreach (string id in gone)
        {
            catalogue.RemoveContainer(id);
        }
    }
}
