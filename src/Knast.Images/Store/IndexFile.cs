using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Store;

/// <summary>The store's <c>index.json</c>: which manifests there are, and their names. Replaced as a whole, so that reading needs no lock.</summary>
internal sealed class IndexFile(StorePaths paths)
{
    private static readonly ImageIndex s_empty = new() { SchemaVersion = 2, MediaType = MediaTypes.ImageIndex };

    /// <summary>Reads it.</summary>
    /// <exception cref="ImageException"><see cref="ImageErrorId.StoreInvalid"/>.</exception>
    public ImageIndex Read()
    {
        try
        {
            return OciJson.Read<ImageIndex>(File.ReadAllBytes(paths.Index), paths.Index);
        }
        catch (FileNotFoundException)
        {
            return s_empty;
        }
        catch (OciDocumentException error)
        {
            throw new ImageException(ImageErrorId.StoreInvalid, $"The index of the image store is damaged: {error.Message}", error) { Subject = paths.Index };
        }
    }

    /// <summary>Changes it, alone.</summary>
    /// <param name="change">Makes the new index of the one that is there.</param>
    public void Update(Func<ImageIndex, ImageIndex> change)
    {
        using IDisposable alone = StoreLock.Exclusive(paths.IndexLock);
        ImageIndex before = Read();
        ImageIndex after = change(before);
        if (!ReferenceEquals(before, after))
        {
            Write(after);
        }
    }

    private void Write(ImageIndex index)
    {
        string path = Path.Combine(paths.Incoming, Guid.NewGuid().ToString("N"));
        try
        {
            using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(OciJson.Write(index));
                file.Flush(flushToDisk: true);
            }

            File.Move(path, paths.Index, overwrite: true);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }
}
