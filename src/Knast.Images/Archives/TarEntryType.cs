namespace Knast.Images.Archives;

/// <summary>What an entry of a tar file is (tar(5), typeflag).</summary>
internal enum TarEntryType
{
    Regular,
    HardLink,
    SymbolicLink,
    CharacterDevice,
    BlockDevice,
    Directory,
    Fifo,
}
