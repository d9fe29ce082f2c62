namespace Knast.Images.Archives;

/// <summary>A piece of a sparse file that is in the archive; what lies between the pieces is a hole.</summary>
/// <param name="Offset">Where it goes, in bytes from the start of the file.</param>
/// <param name="Length">Bytes.</param>
internal readonly record struct SparseSegment(long Offset, long Length);
