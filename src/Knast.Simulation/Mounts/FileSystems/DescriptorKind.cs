using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Files.Pseudo;

namespace Knast.Simulation.Mounts.FileSystems;

/// <summary>fdescfs(5).</summary>
internal sealed class DescriptorKind : IFileSystemKind
{
    public bool TakesFiles => false;

    public MountFlags AddedFlags => MountFlags.None;

    public string SourceName(MountRequest request) => "fdescfs";

    public FileSystem Make(CallContext call, MountRequest request, Node covered) =>
        DescriptorFileSystem.New(call.Machine.Files.Root, request.Options.Has("linrdlnk"));

    public void Update(CallContext call, Mount mount, MountRequest request) => throw new KernelError(ErrorCode.EOPNOTSUPP);
}
