namespace Knast.Native.Tests.FreeBsd;

/// <summary>Tests that change a FreeBSD kernel: jails, mounts and interfaces are there only once, so they run one after the other.</summary>
[CollectionDefinition(nameof(FreeBsdCollection), DisableParallelization = true)]
public sealed class FreeBsdCollection;
