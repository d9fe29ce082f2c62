using Knast.Images.Archives;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Unpacks the tar file of a layer into a tree: ordinary entries become files, whiteouts what the mode says.</summary>
internal sealed class LayerExtractor
{
    private readonly LayerTree _tree;
    private readonly TarArchiveReader _archive;
    private readonly IWhiteoutHandler _whiteouts;
    private readonly DeferredAttributes _deferred = new();
    private readonly EntryWriter _writer;
    private readonly int _longestPath;

    private LayerExtractor(LayerTree tree, TarArchiveReader archive, LayerMode mode)
    {
        _tree = tree;
        _archive = archive;
        _whiteouts = mode == LayerMode.Overlay ? new OverlayWhiteoutHandler(tree) : new FlatWhiteoutHandler(tree);
        _writer = new EntryWriter(tree, archive, _whiteouts, _deferred);
        _longestPath = tree.Files.LongestPath;
    }

    private static ReadOnlySpan<byte> WhiteoutPrefix => ".wh."u8;

    private static ReadOnlySpan<byte> OpaqueWhiteout => ".wh..wh..opq"u8;

    private static ReadOnlySpan<byte> AufsPrefix => ".wh..wh."u8;

    /// <summary>Unpacks.</summary>
    /// <param name="tree">Where to.</param>
    /// <param name="stream">The uncompressed tar file; read to its end.</param>
    /// <param name="mode">What becomes of whiteouts.</param>
    /// <param name="limits">What the layer may not exceed.</param>
    /// <param name="cancellation">Asked before each entry.</param>
    /// <returns>What was unpacked.</returns>
    public static LayerExtraction Extract(
        LayerTree tree, Stream stream, LayerMode mode, LayerLimits limits, CancellationToken cancellation)
    {
        var archive = new TarArchiveReader(stream, limits.ToTarLimits());
        return new LayerExtractor(tree, archive, mode).Run(cancellation);
    }

    private LayerExtraction Run(CancellationToken cancellation)
    {
        long entries = 0;
        while (_archive.ReadNext() is { } entry)
        {
            cancellation.ThrowIfCancellationRequested();
            Extract(entry);
            entries++;
        }

        _archive.ReadToEnd();
        _deferred.Apply(_tree);
        return new LayerExtraction(entries, _writer.SkippedAttributes);
    }

    private void Extract(TarEntry entry)
    {
        byte[] path = EntryPath.Normalize(entry.Name);
        if (path.Length > _longestPath)
        {
            throw new ImageException(
                ImageErrorId.LayerInvalid, $"An entry's path has {path.Length} bytes; this system takes {_longestPath} at most.");
        }

        try
        {
            if (EntryPath.Name(path).StartsWith(WhiteoutPrefix))
            {
                ExtractWhiteout(path);
            }
            else
            {
                _writer.Write(path, entry);
                _whiteouts.Keep(path);
            }
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENAMETOOLONG or ErrorCode.EINVAL or ErrorCode.ENOTDIR or ErrorCode.ELOOP or ErrorCode.ENOENT)
        {
            throw new ImageException(ImageErrorId.LayerInvalid, $"The entry {entry} cannot be unpacked: {error.Message}", error);
        }
    }

    private void ExtractWhiteout(byte[] path)
    {
        ReadOnlySpan<byte> name = EntryPath.Name(path);
        ReadOnlySpan<byte> directory = EntryPath.Parent(path);
        if (name.SequenceEqual(OpaqueWhiteout))
        {
            _whiteouts.HideContent(directory.ToArray());
        }
        else if (!name.StartsWith(AufsPrefix))
        {
            ReadOnlySpan<byte> hidden = name[WhiteoutPrefix.Length..];
            if (hidden.IsEmpty || hidden.SequenceEqual("."u8) || hidden.SequenceEqual(".."u8))
            {
                throw new ImageException(ImageErrorId.LayerInvalid, $"The whiteout {LayerTree.Show(path)} names no file.");
            }

            _whiteouts.Hide(EntryPath.Join(directory, hidden));
        }
    }
}
