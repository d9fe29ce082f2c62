namespace Knast.Runtime.State;

/// <summary>What a catalogue is made from: the containers' directories and the image store.</summary>
internal sealed class CatalogueSource(EngineContext context) : ICatalogueSource
{
    /// <inheritdoc/>
    public IEnumerable<CatalogueContainer> ReadContainers() => context.Containers.ReadAll().Where(container => container.IsComplete).Select(Entry);

    /// <inheritdoc/>
    public IEnumerable<CatalogueImage> ReadImages() => context.Images.List().DistinctBy(image => image.Digest).Select(image => new CatalogueImage
    {
        Digest = image.Digest,
        Id = image.Id,
        References = image.References,
        Created = image.Created,
        SizeBytes = image.SizeBytes,
        Labels = image.Labels,
    });

    /// <summary>What the catalogue keeps of a container.</summary>
    public static CatalogueContainer Entry(ContainerSnapshot container) => new()
    {
        Id = container.Paths.Id,
        Name = container.Name,
        Created = container.Record?.Created ?? default,
        Image = container.Record?.Image,
        ImageId = container.Record?.ImageId,
        Labels = container.Record?.Labels ?? new Dictionary<string, string>(),
    };
}
