namespace Knast.Runtime;

/// <summary>Modes of directories that the engine makes.</summary>
internal static class DirectoryModes
{
    /// <summary>0700.</summary>
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>0755: what a container's root must be for users other than root.</summary>
    public const UnixFileMode Public = Private | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
}
