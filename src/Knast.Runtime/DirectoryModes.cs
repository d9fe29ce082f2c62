namespace Knast.Runtime;

/// <summary>Modes of directories that the engine makes.</summary>
internal static class DirectoryModes
{
    /// <summary>0700.</summary>
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
}
