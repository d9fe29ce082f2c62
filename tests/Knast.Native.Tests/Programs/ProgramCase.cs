using Knast.Native.Programs;

namespace Knast.Native.Tests.Programs;

/// <summary>A program and what must come of it, on every player: the C one, the emulated one, the simulation's.</summary>
/// <remarks>Descriptor 5 is an empty directory that may be written to.</remarks>
public sealed record ProgramCase(string Name, Action<ProgramBuilder> Compose, params ProgramEvent[] Expected)
{
    /// <summary>The descriptor of the scratch directory.</summary>
    public const int Directory = 5;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
