using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Modules;

/// <summary>What is compiled into the kernel, what is loaded, and what could be.</summary>
internal sealed class ModuleTable
{
    private static readonly string[] s_compiledIn =
    [
        "nullfs", "tmpfs", "devfs", "unionfs", "fdescfs", "procfs", "pseudofs", "ufs", "cd9660", "if_epair", "if_bridge", "bridgestp", "if_vlan", "if_tuntap",
        "if_lo", "pf", "pflog", "md", "netlink",
    ];

    private static readonly string[] s_loadable =
        ["linux_common", "linprocfs", "linsysfs", "linux64", "mqueuefs", "xdr", "zfs", "nfscommon", "ipfw", "dummynet", "if_wg", "cpuctl"];

    private static readonly Dictionary<string, string[]> s_dependencies = new()
    {
        ["linprocfs"] = ["linux_common"],
        ["linsysfs"] = ["linux_common"],
        ["linux64"] = ["linux_common", "mqueuefs"],
        ["zfs"] = ["xdr"],
    };

    private readonly SimulatedMachine _machine;
    private readonly List<LoadedFile> _files = [];
    private int _lastFile;
    private int _lastModule;

    public ModuleTable(SimulatedMachine machine)
    {
        _machine = machine;
        var kernel = new LoadedFile(++_lastFile, "kernel", "/boot/kernel/kernel");
        foreach (string name in s_compiledIn.Where(name => name != "netlink" || machine.Release.Is15))
        {
            kernel.Modules.Add(new LoadedModule(++_lastModule, name, kernel));
        }

        _files.Add(kernel);
    }

    public IReadOnlyList<LoadedFile> Files => _files;

    public IEnumerable<LoadedModule> Modules => _files.SelectMany(static file => file.Modules);

    /// <summary>File systems that jails may be allowed to mount.</summary>
    public IEnumerable<string> JailFileSystems =>
        ((string[])["devfs", "fdescfs", "nullfs", "procfs", "tmpfs", "linprocfs", "linsysfs", "zfs"]).Where(IsThere);

    /// <summary>Whether jails have Linux parameters.</summary>
    public bool HasLinux => IsThere("linux_common");

    public bool IsThere(string name) => Modules.Any(module => module.Name == name);

    /// <summary>Loads a module with what it depends on.</summary>
    /// <exception cref="KernelError">EEXIST, ENOENT.</exception>
    public LoadedFile Load(string name)
    {
        string plain = name.EndsWith(".ko", StringComparison.Ordinal) ? name[..^3] : name;
        plain = plain[(plain.LastIndexOf('/') + 1)..];
        KernelError.Unless(!IsThere(plain), ErrorCode.EEXIST);
        IReadOnlyList<string> loadable = _machine.Options.LoadableModules ?? s_loadable;
        KernelError.Unless(loadable.Contains(plain), ErrorCode.ENOENT);
        string[] dependencies = s_dependencies.GetValueOrDefault(plain, []);
        KernelError.Unless(dependencies.All(dependency => IsThere(dependency) || loadable.Contains(dependency)), ErrorCode.ENOEXEC);
        foreach (string dependency in dependencies.Where(dependency => !IsThere(dependency)))
        {
            Load(dependency);
        }

        var file = new LoadedFile(++_lastFile, plain + ".ko", $"/boot/modules/{plain}.ko");
        file.Modules.Add(new LoadedModule(++_lastModule, plain, file));
        _files.Add(file);
        return file;
    }

    /// <summary>Takes a module away.</summary>
    public void Unload(LoadedFile file) => _files.Remove(file);

    /// <summary>Whether others that are loaded depend on a file.</summary>
    public bool IsNeeded(LoadedFile file) => Modules.Any(module => s_dependencies.GetValueOrDefault(module.Name, []).Any(file.Holds));

    /// <summary>Makes a kind of file system available, loading its module where mounting does that.</summary>
    public bool TryLoadFileSystem(CallContext call, string type)
    {
        if (!IsThere(type) && !call.Process.Credentials.IsInJail && (_machine.Options.LoadableModules ?? s_loadable).Contains(type))
        {
            Load(type);
        }

        return IsThere(type);
    }
}
