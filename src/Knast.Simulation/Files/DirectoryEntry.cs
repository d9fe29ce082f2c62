using Knast.Native.Files;

namespace Knast.Simulation.Files;

/// <summary>An entry of a directory.</summary>
/// <param name="Name">Its name; a character stands for a byte.</param>
/// <param name="Type">The kind of file.</param>
/// <param name="Inode">Its inode number.</param>
internal readonly record struct DirectoryEntry(string Name, FileType Type, ulong Inode);
