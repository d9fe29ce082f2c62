using System.Text;
using Knast.Images.Archives;
using Knast.Images.Layers;

namespace Knast.Images.Import;

/// <summary>An image layout that is an uncompressed tar file. Only its headers are read at first.</summary>
internal sealed class ArchiveLayoutSource : ILayoutSource
{
    private const int MostLinks = 8;

    private readonly FileStream _file;
    private readonly Dictionary<string, (long Offset, long Length)> _files = [];
    private readonly Dictionary<string, string> _links = [];

    /// <summary>Reads the headers.</summary>
    /// <param name="file">The tar file; closed with this.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="limits">What it may not exceed.</param>
    public ArchiveLayoutSource(FileStream file, string name, LayerLimits limits)
    {
        _file = file;
        Name = name;
        var archive = new TarArchiveReader(file, limits.ToTarLimits());
        while (archive.ReadNext() is { } entry)
        {
            string path = Encoding.Latin1.GetString(EntryPath.Normalize(entry.Name));
            if (entry.Type == TarEntryType.Regular && entry.Segments is null)
            {
                _files[path] = (archive.DataOffset, entry.DataLength);
            }
            else if (entry.Type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            {
                // docker save writes a layer that occurs twice once, and a link.
                byte[] target = entry.Type == TarEntryType.HardLink
                    ? entry.LinkName
                    : EntryPath.Join(EntryPath.Parent(EntryPath.Normalize(entry.Name)), entry.LinkName);
                _links[path] = Encoding.Latin1.GetString(EntryPath.Normalize(target));
            }
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Stream? TryOpen(string path)
    {
        for (int links = 0; links < MostLinks && _links.TryGetValue(path, out string? target); links++)
        {
            path = target;
        }

        return _files.TryGetValue(path, out (long Offset, long Length) place) ? new SectionStream(_file, place.Offset, place.Length) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
