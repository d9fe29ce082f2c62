using Knast.Runtime.State;
using LiteDB;

namespace Knast.Catalogue;

/// <summary>Containers and images as documents of the database. Written out, because a mapper that reflects would be slow to start and blind to a mistake.</summary>
internal static class Documents
{
    public static BsonDocument Write(CatalogueContainer container) => new()
    {
        ["_id"] = container.Id,
        ["name"] = container.Name,
        ["created"] = container.Created.UtcTicks,
        ["image"] = container.Image,
        ["imageId"] = container.ImageId,
        ["labels"] = Write(container.Labels),
    };

    public static CatalogueContainer ReadContainer(BsonDocument document) => new()
    {
        Id = document["_id"].AsString,
        Name = document["name"].AsString,
        Created = ReadTime(document["created"]),
        Image = document["image"].IsNull ? null : document["image"].AsString,
        ImageId = document["imageId"].IsNull ? null : document["imageId"].AsString,
        Labels = ReadLabels(document["labels"]),
    };

    public static BsonDocument Write(CatalogueImage image) => new()
    {
        ["_id"] = image.Digest,
        ["id"] = image.Id,
        ["references"] = new BsonArray(image.References.Select(reference => new BsonValue(reference))),
        ["created"] = image.Created is { } created ? new BsonValue(created.UtcTicks) : BsonValue.Null,
        ["size"] = image.SizeBytes,
        ["labels"] = Write(image.Labels),
    };

    public static CatalogueImage ReadImage(BsonDocument document) => new()
    {
        Digest = document["_id"].AsString,
        Id = document["id"].AsString,
        References = [.. document["references"].AsArray.Select(reference => reference.AsString)],
        Created = document["created"].IsNull ? null : ReadTime(document["created"]),
        SizeBytes = document["size"].AsInt64,
        Labels = ReadLabels(document["labels"]),
    };

    // Pairs, not a document: the database takes '$', '.' and an empty text in field names for something else.
    private static BsonArray Write(IReadOnlyDictionary<string, string> labels) =>
        new(labels.Select(label => new BsonArray(new BsonValue(label.Key), new BsonValue(label.Value))));

    private static Dictionary<string, string> ReadLabels(BsonValue labels) =>
        labels.AsArray.ToDictionary(label => label.AsArray[0].AsString, label => label.AsArray[1].AsString, StringComparer.Ordinal);

    // Ticks, because the database keeps times to the millisecond only.
    private static DateTimeOffset ReadTime(BsonValue ticks) => new(ticks.AsInt64, TimeSpan.Zero);
}
