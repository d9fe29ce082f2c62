using System.Runtime.CompilerServices;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.Programs;

/// <summary>
/// Descriptor numbers that a program may ask for, kept free for tests: the runtime holds two descriptors of each assembly, so that later ones are
/// too large.
/// </summary>
internal static class LowDescriptors
{
    private const int Count = 8;
    private static readonly List<KernelDescriptor> s_reserved = [];

    [ModuleInitializer]
    internal static void Reserve()
    {
        IKernel kernel = LocalKernel.Open();
        for (int count = 0; count < Count; count++)
        {
            using SystemCall open = CorpusCalls.Openat(kernel.Target, -100, "/dev/null");
            s_reserved.Add(kernel.RequireDescriptor(open));
        }
    }

    /// <summary>A number, for whoever puts a descriptor in its place; it is that one's from then on.</summary>
    public static int Take(int index)
    {
        int number = s_reserved[index].Number;
        s_reserved[index].SetHandleAsInvalid();
        return number;
    }
}
