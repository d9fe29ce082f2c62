using Knast.Native.Files;

namespace Knast.Simulation.Files;

/// <summary>What a file is to be that is made.</summary>
/// <param name="Type">What kind of file.</param>
/// <param name="Mode">Permission bits.</param>
/// <param name="Owner">User id.</param>
/// <param name="Group">Group id.</param>
internal sealed record NewNode(FileType Type, uint Mode, uint Owner, uint Group)
{
    /// <summary>The device that it is.</summary>
    public ulong Device { get; init; }

    /// <summary>What a symbolic link says.</summary>
    public string LinkText { get; init; } = "";
}
