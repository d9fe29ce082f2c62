namespace Knast.Native.Files;

/// <summary>What statfs(2) says of a file system.</summary>
/// <param name="Type">The kernel's number for its kind: Linux <c>f_type</c> (include/uapi/linux/magic.h), FreeBSD <c>f_type</c>.</param>
/// <param name="TotalBytes">How much it holds.</param>
/// <param name="FreeBytes">How much of it is free.</param>
/// <param name="AvailableBytes">How much of it is free for a user without privileges.</param>
/// <param name="LongestName">The longest file name in bytes.</param>
public readonly record struct FileSystemStatus(long Type, long TotalBytes, long FreeBytes, long AvailableBytes, long LongestName);
