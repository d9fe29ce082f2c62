using System.Diagnostics;
using Knast.Native.Kernel;
using Knast.Native.Linux.Processes;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>The cgroup of a container in every hierarchy of this host, be it v2, v1 or a mixture (cgroups(7)).</summary>
internal sealed class CgroupTree
{
    private static readonly HashSet<string> KnownControllers =
    [
        "cpu", "cpuacct", "cpuset", "memory", "devices", "freezer", "blkio", "pids", "net_cls", "net_prio", "perf_event", "hugetlb", "rdma", "misc",
    ];

    /// <summary>Where containers go that ask for no path of their own.</summary>
    public const string OwnParent = "/knast";

    private const uint DirectoryMode = 0x1ED;

    private readonly KernelFiles _files;
    private IReadOnlyList<CgroupHierarchy>? _hierarchies;

    public CgroupTree(KernelFiles files)
    {
        _files = files;
    }

    /// <summary>The hierarchies of this host.</summary>
    public IReadOnlyList<CgroupHierarchy> Hierarchies => _hierarchies ??= Discover(_files.TryRead("/proc/self/mountinfo") ?? "");

    /// <summary>Finds hierarchies in a mountinfo file (proc(5)).</summary>
    public static IReadOnlyList<CgroupHierarchy> Discover(string mountinfo)
    {
        var found = new Dictionary<string, CgroupHierarchy>();
        foreach (string line in mountinfo.Split('\n'))
        {
            string[] halves = line.Split(" - ", 2);
            if (halves.Length < 2)
            {
                continue;
            }

            string[] mount = halves[0].Split(' ');
            string[] fileSystem = halves[1].Split(' ');
            if (mount.Length < 5 || fileSystem.Length < 3 || fileSystem[0] is not ("cgroup" or "cgroup2"))
            {
                continue;
            }

            string[] controllers = [.. fileSystem[2].Split(',').Where(option => KnownControllers.Contains(option) || option.StartsWith("name=", StringComparison.Ordinal))];
            string key = fileSystem[0] == "cgroup2" ? "cgroup2" : string.Join(',', controllers);
            found.TryAdd(key, new CgroupHierarchy(mount[4], fileSystem[0] == "cgroup2", controllers, mount[3]));
        }

        return [.. found.Values];
    }

    /// <summary>The directories of a cgroup, one for each hierarchy.</summary>
    /// <param name="path">The cgroup's path, absolute within each hierarchy.</param>
    public IEnumerable<string> Directories(string path) => Hierarchies.Select(hierarchy => hierarchy.MountPoint + path);

    /// <summary>Makes a cgroup in every hierarchy.</summary>
    /// <param name="path">The cgroup's path, absolute within each hierarchy.</param>
    /// <param name="unifiedControllers">Controllers of v2 that it needs.</param>
    /// <exception cref="KnastException"><c>NotSupported</c>: a cgroup of v2 above does not give a controller to those below.</exception>
    public void Create(string path, IReadOnlyList<string> unifiedControllers)
    {
        foreach (CgroupHierarchy hierarchy in Hierarchies)
        {
            EnsureDirectory(hierarchy, path);
            InheritCpuset(hierarchy, hierarchy.MountPoint + path);
            EnableControllers(hierarchy, path, unifiedControllers);
        }
    }

    // Another operation may remove the common parent, when it is empty for a moment, between the two steps.
    private void EnsureDirectory(CgroupHierarchy hierarchy, string path)
    {
        string directory = hierarchy.MountPoint + path;
        if (!_files.TryMakeDirectory(directory, DirectoryMode))
        {
            EnsureDirectory(hierarchy, path[..path.LastIndexOf('/')]);
            if (!_files.TryMakeDirectory(directory, DirectoryMode))
            {
                EnsureDirectory(hierarchy, path);
            }
        }
    }

    /// <summary>The processes of a cgroup, those of cgroups below it included.</summary>
    public IReadOnlyList<int> Processes(string path)
    {
        var pids = new HashSet<int>();
        foreach (string directory in Directories(path))
        {
            foreach (string file in new[] { directory }.Concat(Below(directory)))
            {
                foreach (string line in (_files.TryRead(file + "/cgroup.procs") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    pids.Add(int.Parse(line, System.Globalization.CultureInfo.InvariantCulture));
                }
            }
        }

        pids.Remove(0);
        return [.. pids];
    }

    /// <summary>Kills what is left in a cgroup and removes it; nothing there is no error. The parent goes as well when it is empty.</summary>
    /// <exception cref="KnastException"><c>CgroupBusy</c>: a process does not die.</exception>
    public void Remove(IKernel kernel, string path, TimeSpan timeout)
    {
        long start = Stopwatch.GetTimestamp();
        int pause = 1;
        while (!TryRemove(path))
        {
            foreach (int pid in Processes(path))
            {
                using KernelDescriptor? process = PidfdOpen.Invoke(kernel, pid);
                if (process is not null)
                {
                    PidfdSendSignal.Invoke(kernel, process, 9);
                }
            }

            if (Stopwatch.GetElapsedTime(start) > timeout)
            {
                throw new KnastException(
                    "CgroupBusy", KnastErrorKind.InvalidState,
                    $"The cgroup {path} cannot be removed: processes {string.Join(", ", Processes(path))} do not end.", path);
            }

            Thread.Sleep(pause);
            pause = Math.Min(pause * 2, 50);
        }
    }

    private bool TryRemove(string path)
    {
        bool isGone = true;
        foreach (string directory in Directories(path))
        {
            if (_files.TryRemoveDirectory(directory))
            {
                continue;
            }

            foreach (string child in Enumerable.Reverse(Below(directory)))
            {
                _files.TryRemoveDirectory(child);
            }

            isGone &= _files.TryRemoveDirectory(directory);
        }

        if (isGone)
        {
            RemoveEmptyParent(path);
        }

        return isGone;
    }

    private void RemoveEmptyParent(string path)
    {
        string parent = path[..path.LastIndexOf('/')];
        if (parent != OwnParent)
        {
            return;
        }

        foreach (string directory in Directories(parent))
        {
            _files.TryRemoveDirectory(directory);
        }
    }

    // From the uppermost cgroup down: none can give what it was not given.
    private void EnableControllers(CgroupHierarchy hierarchy, string path, IReadOnlyList<string> controllers)
    {
        if (!hierarchy.IsUnified || controllers.Count == 0)
        {
            return;
        }

        string enable = "+" + string.Join(" +", controllers);
        for (int slash = 0; slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            string above = hierarchy.MountPoint + path[..slash];
            try
            {
                _files.Write($"{above}/cgroup.subtree_control", enable);
            }
            catch (NativeException error) when (error.Code is ErrorCode.EBUSY or ErrorCode.EOPNOTSUPP)
            {
                throw Resources.ResourceRefusal.NotSupported(
                    Resources.ResourceRefusal.Root, $"the cgroup {above} cannot give {string.Join(", ", controllers)} to those below it: {error.Code}.",
                    "A cgroup of v2 with processes of its own cannot (cgroups(7), \"no internal processes\"): choose another linux.cgroupsPath.", error);
            }
        }
    }

    // A new v1 cpuset is empty, and a process cannot enter it before it has processors and memory nodes.
    // So is that above when it was made for this one, or by another operation that has not come to this yet.
    private void InheritCpuset(CgroupHierarchy hierarchy, string directory)
    {
        if (hierarchy.Controllers.Contains("cpuset"))
        {
            InheritCpuset(hierarchy, directory, "cpuset.cpus");
            InheritCpuset(hierarchy, directory, "cpuset.mems");
        }
    }

    private string InheritCpuset(CgroupHierarchy hierarchy, string directory, string file)
    {
        string path = $"{directory}/{file}";
        string own = _files.TryRead(path) ?? "";
        if (!string.IsNullOrWhiteSpace(own) || directory.Length <= hierarchy.MountPoint.Length)
        {
            return own;
        }

        string above = InheritCpuset(hierarchy, directory[..directory.LastIndexOf('/')], file);
        _files.Write(path, above);
        return above;
    }

    // Parents before children.
    private List<string> Below(string directory)
    {
        var found = new List<string>();
        var open = new Queue<string>([directory]);
        while (open.TryDequeue(out string? current))
        {
            foreach (string child in _files.Subdirectories(current))
            {
                found.Add(child);
                open.Enqueue(child);
            }
        }

        return found;
    }
}
