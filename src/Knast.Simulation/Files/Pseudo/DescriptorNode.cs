using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Files.Pseudo;

/// <summary>A descriptor of whoever looks, as a file (fdescfs(5)): opening it duplicates it.</summary>
internal sealed class DescriptorNode(FileSystem fileSystem, int number) : PseudoNode(fileSystem, FileType.CharacterDevice, 0x1B6)
{
    public override OpenFile Open(CallContext call, OpenFlags flags)
    {
        OpenFile file = call.Process.Descriptors.Get(number);
        bool isReadable = (flags & OpenFlags.AccessMode) == OpenFlags.WriteOnly || file.CanRead;
        bool isWritable = (flags & OpenFlags.AccessMode) == OpenFlags.ReadOnly || file.CanWrite;
        KernelError.Unless(isReadable && isWritable, ErrorCode.EACCES);
        return file;
    }
}
