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

    public IReadOnlyList<CatalogueContainer> Find(CatalogueContainerQuery query) =>
        [.. ReadAll(Containers, Documents.ReadContainer).Where(query.Matches).OrderBy(container => container.Created)];

    public IReadOnlyList<CatalogueImage> Find(CatalogueImageQuery query) =>
    [
        .. ReadAll(Images, Documents.ReadImage).Where(query.Matches)
            .OrderBy(image => image.References.Count > 0 ? image.References[0] : "", StringComparer.Ordinal)
    ];

    public void Rebuild()
    {
        using IDisposable taken = CatalogueLock.Take(files);
        RebuildLocked();
    }

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
