using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>A system call that has become part of a program.</summary>
public readonly struct ProgramCall
{
    private readonly ProgramBlock[] _blocks;

    internal ProgramCall(ProgramBlock[] blocks)
    {
        _blocks = blocks;
    }

    /// <summary>Where a block of the call is in the program's data, to load what the kernel wrote there.</summary>
    /// <param name="block">The block, by the reference that the call gave.</param>
    public ProgramBlock Block(BlockReference block) => _blocks[block.Index];

    /// <summary>Where a block of the call is, by its position among the call's blocks.</summary>
    /// <param name="index">The position.</param>
    public ProgramBlock Block(int index) => _blocks[index];
}
