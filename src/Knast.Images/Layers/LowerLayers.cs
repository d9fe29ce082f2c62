using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>The layers below the one being unpacked, seen as overlayfs will show them: a file hides those of its name further below.</summary>
/// <param name="files">The calls.</param>
/// <param name="roots">The layers' directories, the uppermost first.</param>
internal sealed class LowerLayers(FileCalls files, IReadOnlyList<KernelDescriptor> roots)
{
    /// <summary>The layer that shows a path.</summary>
    /// <param name="path">A path without links among its directories.</param>
    /// <param name="status">What the path is there.</param>
    /// <returns>The layer's root; null where no layer shows the path.</returns>
    public KernelDescriptor? Find(ReadOnlySpan<byte> path, out FileStatus status)
    {
        foreach (KernelDescriptor root in roots)
        {
            Sight sight = Look(root, path, out status);
            if (sight == Sight.Found)
            {
                return root;
            }

            if (sight == Sight.Hidden)
            {
                break;
            }
        }

        status = default;
        return null;
    }

    private Sight Look(KernelDescriptor root, ReadOnlySpan<byte> path, out FileStatus status)
    {
        bool isOpaque = OverlayWhiteouts.IsOpaque(files, root, "."u8);
        for (int end = 0; end < path.Length;)
        {
            int slash = path[(end + 1)..].IndexOf((byte)'/');
            end = slash < 0 ? path.Length : end + 1 + slash;
            ReadOnlySpan<byte> prefix = path[..end];
            FileStatus? found = files.GetStatus(root, prefix);
            if (found is not { } known)
            {
                status = default;
                return isOpaque ? Sight.Hidden : Sight.Nothing;
            }

            status = known;
            if (OverlayWhiteouts.IsWhiteout(known) || (end < path.Length && !known.IsDirectory))
            {
                return Sight.Hidden;
            }

            if (end == path.Length)
            {
                return Sight.Found;
            }

            isOpaque |= OverlayWhiteouts.IsOpaque(files, root, prefix);
        }

        status = files.GetStatus(root);
        return Sight.Found;
    }

    private enum Sight
    {
        Nothing,
        Hidden,
        Found,
    }
}
