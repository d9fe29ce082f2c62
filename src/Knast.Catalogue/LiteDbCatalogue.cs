using Knast.Runtime.State;
using LiteDB;

namespace Knast.Catalogue;

/// <summary>
/// A catalogue in one LiteDB file. LiteDB excludes no other process on Unix, so every call takes our own lock, opens the file, does one transaction
/// and closes it again: about two milliseconds, and nothing is held in between.
/// </summary>
internal sealed class LiteDbCatalogue(CatalogueFiles files, ICatalogueSource source) : ICatalogue
{
    private const string Containers = "containers";
    private const string Images = "images";

    public void Save(CatalogueContainer container) => Change(database => database.GetCollection(Containers).Upsert(Documents.Write(container)));

    public void RemoveContainer(string id) => Change(database => database.GetCollection(Containers).Delete(id));

    public void Save(CatalogueImage image) => Change(database => database.GetCollection(Images).Upsert(Documents.Write(image)));

    public void RemoveImage(string digest) => Change(database => database.GetCollection(Images).Delete(digest));

    public IReadOnlyList<CatalogueContainer> Find(CatalogueContainerQuery query)
    {
        NamePattern? name = query.Name is null ? null : new NamePattern(query.Name);
        return [.. ReadAll(Containers, Documents.ReadContainer)
            .Where(container => name?.Matches(container.Name) ?? true)
            .Where(container => query.IdPrefix is null || container.Id.StartsWith(query.IdPrefix, StringComparison.Ordinal))
            .Where(container => query.ImageId is null || container.ImageId == query.ImageId)
            .Where(container => HasAll(container.Labels, query.Labels))
            .OrderBy(container => container.Created)];
    }

    public IReadOnlyList<CatalogueImage> Find(CatalogueImageQuery query)
    {
        NamePattern? reference = query.Reference is null ? null : new NamePattern(query.Reference);
        return [.. ReadAll(Images, Documents.ReadImage)
            .Where(image => reference is null || image.References.Any(reference.Matches))
            .Where(image => query.IdPrefix is null || image.Id.StartsWith(query.IdPrefix, StringComparison.Ordinal))
            .Where(image => HasAll(image.Labels, query.Labels))
            .OrderBy(image => image.References.Count > 0 ? image.References[0] : "", StringComparer.Ordinal)];
    }

    public void Rebuild()
    {
        using IDisposable taken = CatalogueLock.Take(files);
        RebuildLocked();
    }

    private static bool HasAll(IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string?> wanted) =>
        wanted.All(label => labels.TryGetValue(label.Key, out string? value) && (label.Value is null || label.Value == value));

    private T[] ReadAll<T>(string collection, Func<BsonDocument, T> read)
    {
        using IDisposable taken = CatalogueLock.Take(files);
        if (!files.IsSound())
            RebuildLocked();
        using LiteDatabase database = Open(isReadOnly: true);
        return [.. database.GetCollection(collection).FindAll().Select(read)];
    }

    private void Change(Action<LiteDatabase> change)
    {
        using IDisposable taken = CatalogueLock.Take(files);
        if (!files.IsSound())
            RebuildLocked();
        Write(change);
    }

    // Under the lock, so that no change of another process falls between the reading and the writing. Whoever changes the truth does so before
    // telling the catalogue, so what is read here is never older than what is told later.
    private void RebuildLocked()
    {
        files.Delete();
        Write(database =>
        {
            database.GetCollection(Containers).Insert(source.ReadContainers().Select(Documents.Write));
            database.GetCollection(Images).Insert(source.ReadImages().Select(Documents.Write));
        });
    }

    private void Write(Action<LiteDatabase> change)
    {
        files.Break();
        using (LiteDatabase database = Open(isReadOnly: false))
        {
            database.BeginTrans();
            change(database);
            database.Commit();
        }

        files.Close();
    }

    private LiteDatabase Open(bool isReadOnly) =>
        new(new ConnectionString { Filename = files.Database, Connection = ConnectionType.Direct, ReadOnly = isReadOnly });
}
