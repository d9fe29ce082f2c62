using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;

namespace Knast.Simulation.Mounts.FileSystems;

/// <summary>File systems that are made up as they are read.</summary>
internal sealed class PseudoKind(string name, Func<CallContext, FileSystem> make) : IFileSystemKind
{
    public bool TakesFiles => false;

    public MountFlags AddedFlags => MountFlags.Local;

    public string SourceName(MountRequest request) => name;

    public FileSystem Make(CallContext call, MountRequest request, Node covered) => make(call);

    public void Update(CallContext call, Mount mount, MountRequest request) => throw new KernelError(ErrorCode.EOPNOTSUPP);
}
