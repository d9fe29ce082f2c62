using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Store;

/// <summary>Makes the directories of the store.</summary>
internal static class StoreLayout
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes what is missing.</summary>
    /// <exception cref="ImageException"><see cref="ImageErrorId.StoreInvalid"/>.</exception>
    public static void Ensure(StorePaths paths)
    {
        if (File.Exists(paths.Layout))
        {
            Check(paths.Layout);
            if (File.Exists(paths.Index) && Directory.Exists(paths.Blobs) && Directory.Exists(paths.Incoming) && Directory.Exists(paths.Locks))
            {
                return;
            }
        }

        foreach (string directory in (ReadOnlySpan<string>)[paths.Blobs, paths.Incoming, paths.Locks])
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(directory);
            }
            else
            {
                Directory.CreateDirectory(directory, OwnerOnly);
            }
        }

        using IDisposable alone = StoreLock.Exclusive(paths.IndexLock);
        WriteMissing(paths.Layout, OciJson.Write(new ImageLayout { ImageLayoutVersion = ImageLayout.CurrentVersion }));
        WriteMissing(paths.Index, OciJson.Write(new ImageIndex { SchemaVersion = 2, MediaType = MediaTypes.ImageIndex }));
    }

    private static void Check(string path)
    {
        try
        {
            string version = OciJson.Read<ImageLayout>(File.ReadAllBytes(path), path).ImageLayoutVersion;
            if (version != ImageLayout.CurrentVersion)
            {
                throw Invalid(path, $"{path} says version '{version}'; {ImageLayout.CurrentVersion} is what can be read.", null);
            }
        }
        catch (OciDocumentException error)
        {
            throw Invalid(path, $"The image store is damaged: {error.Message}", error);
        }
    }

    private static void WriteMissing(string path, byte[] content)
    {
        if (!File.Exists(path))
        {
            string temporary = path + ".new";
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
    }

    private static ImageException Invalid(string path, string message, Exception? inner) =>
        new(ImageErrorId.StoreInvalid, message, inner) { Subject = path };
}
