using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>What the facade tests share: each runs on every kernel of <see cref="FreeBsdKernels"/> and leaves it as it was.</summary>
[Collection(nameof(FreeBsdCollection))]
public abstract class FreeBsdFacadeSuite
{
    /// <summary>The kernels, for <c>[Theory(SkipTestWithoutData = true)]</c> and <c>[MemberData(nameof(Kernels))]</c>.</summary>
    public static TheoryData<string> Kernels => FreeBsdKernels.Names;

    /// <summary>Opens one of them.</summary>
    protected static IKernel Open(string name) => FreeBsdKernels.Open(name);
}
