using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Turns whiteouts into overlayfs's.</summary>
internal sealed class OverlayWhiteoutHandler(LayerTree tree) : IWhiteoutHandler
{
    /// <inheritdoc/>
    public void Hide(byte[] path)
    {
        KernelDescriptor directory = tree.Open(EntryPath.Parent(path));
        ReadOnlySpan<byte> name = EntryPath.Name(path);
        FileStatus? existing = tree.Files.GetStatus(directory, name);
        if (existing is null)
        {
            OverlayWhiteouts.Make(tree.Files, directory, name);
        }
        else if (existing.Value.IsDirectory)
        {
            // The whiteout is about the layers below, so it leaves this layer's directory, but nothing below it.
            OverlayWhiteouts.MakeOpaque(tree.Files, directory, name);
        }
    }

    /// <inheritdoc/>
    public void HideContent(byte[] path) => OverlayWhiteouts.MakeOpaque(tree.Files, tree.Open(path), "."u8);

    /// <inheritdoc/>
    public void Keep(byte[] path)
    {
    }

    /// <inheritdoc/>
    public bool IsHidingDirectory(byte[] path, FileStatus existing) => OverlayWhiteouts.IsWhiteout(existing);
}
