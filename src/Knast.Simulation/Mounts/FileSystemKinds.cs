using Knast.Simulation.Files.Pseudo;
using Knast.Simulation.Mounts.FileSystems;

namespace Knast.Simulation.Mounts;

/// <summary>The kinds of file systems that can be mounted.</summary>
internal static class FileSystemKinds
{
    private static readonly Dictionary<string, IFileSystemKind> s_kinds = new()
    {
        ["nullfs"] = new NullKind(),
        ["tmpfs"] = new MemoryKind(),
        ["devfs"] = new DevfsKind(),
        ["unionfs"] = new UnionKind(),
        ["fdescfs"] = new DescriptorKind(),
        ["procfs"] = new PseudoKind("procfs", static call => ProcessFileSystem.New(call.Machine)),
        ["linprocfs"] = new PseudoKind("linprocfs", static call => ProcessFileSystem.NewLinux(call.Machine)),
        ["linsysfs"] = new PseudoKind("linsysfs", static _ => ProcessFileSystem.NewLinuxSystem()),
    };

    public static IFileSystemKind? Find(string type) => s_kinds.GetValueOrDefault(type);
}
