using Knast.Native.Kernel;

namespace Knast.Simulation.Files;

/// <summary>What a path led to.</summary>
/// <param name="Directory">The directory with the last name.</param>
/// <param name="Name">The last name; "." where the path has none.</param>
/// <param name="Node">What has that name; null where it is free.</param>
internal sealed record Found(Node Directory, string Name, Node? Node)
{
    /// <summary>What must be there.</summary>
    /// <exception cref="KernelError">ENOENT.</exception>
    public Node Required => Node ?? throw new KernelError(ErrorCode.ENOENT);
}
