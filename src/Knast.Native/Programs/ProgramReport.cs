using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>What a program said.</summary>
/// <param name="Tag">Which report of the program it is.</param>
/// <param name="Value">The register's value.</param>
/// <param name="Descriptor">The descriptor that came with it.</param>
public sealed record ProgramReport(int Tag, long Value, KernelDescriptor? Descriptor);
