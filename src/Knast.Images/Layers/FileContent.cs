using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Copies the content of files.</summary>
internal static class FileContent
{
    private const long LargestPiece = 1L << 30;
    private const int SmallPiece = 64 * 1024;

    /// <summary>Copies a file, in the kernel where it can.</summary>
    /// <param name="files">The calls.</param>
    /// <param name="source">The file that is read, at its beginning.</param>
    /// <param name="target">The file that is written, empty.</param>
    /// <param name="length">Bytes of the source.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static void Copy(FileCalls files, KernelDescriptor source, KernelDescriptor target, long length, CancellationToken cancellation)
    {
        long done = 0;
        long? copied;
        while ((copied = files.CopyRange(source, target, LargestPiece)) > 0)
        {
            done += copied.Value;
            cancellation.ThrowIfCancellationRequested();
        }

        if (copied is null)
        {
            CopyByReading(files, source, target, done, cancellation);
        }

        files.SetLength(target, length);
    }

    // Pieces of zeros are left out, so that holes stay holes where the kernel cannot copy by itself.
    private static void CopyByReading(
        FileCalls files, KernelDescriptor source, KernelDescriptor target, long offset, CancellationToken cancellation)
    {
        byte[] piece = GC.AllocateUninitializedArray<byte>(SmallPiece);
        int read;
        while ((read = files.Read(source, piece)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if (piece.AsSpan(0, read).ContainsAnyExcept((byte)0))
            {
                files.WriteAt(target, piece.AsSpan(0, read), offset);
            }

            offset += read;
        }
    }
}
