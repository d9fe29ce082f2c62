namespace Knast.Native.Files;

/// <summary>Reads the entries of an open directory, without "." and "..", in the order in which the kernel gives them.</summary>
public abstract class DirectoryReader
{
    /// <summary>The name of the entry, as bytes. Good until the next <see cref="MoveNext"/>.</summary>
    public abstract ReadOnlySpan<byte> Name { get; }

    /// <summary>The kind of the entry; <see cref="FileType.Unknown"/> where the file system does not say.</summary>
    public abstract FileType Type { get; }

    /// <summary>Goes to the next entry.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="Kernel.NativeException">The directory cannot be read.</exception>
    public abstract bool MoveNext();
}
