namespace Knast.Native.Linux.Files;

/// <summary>Flags of renameat2(2).</summary>
[Flags]
public enum RenameFlags
{
    /// <summary>A file that has the new name is replaced.</summary>
    None = 0,

    /// <summary>RENAME_NOREPLACE: EEXIST where the new name is taken.</summary>
    NoReplace = 1,

    /// <summary>RENAME_EXCHANGE: the two files swap their names.</summary>
    Exchange = 2,
}
