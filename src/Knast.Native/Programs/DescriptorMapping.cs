using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>A descriptor for a program.</summary>
/// <param name="Source">Ours, or null for /dev/null.</param>
/// <param name="Target">Its number there.</param>
public readonly record struct DescriptorMapping(KernelDescriptor? Source, int Target);
