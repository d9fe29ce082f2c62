using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.ResourceLimits;
using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.State;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>Containers from jails.</summary>
internal sealed class FreeBsdHost : IContainerHost
{
    private static readonly TimeSpan TimeToDie = TimeSpan.FromSeconds(10);

    private readonly IKernel _kernel;
    private readonly KernelFiles _files;
    private readonly FreeBsdProcesses _processes;
    private readonly DevfsRulesets _rulesets;

    public FreeBsdHost(IKernel kernel, KernelFiles files)
    {
        _kernel = kernel;
        _files = files;
        _processes = new FreeBsdProcesses(kernel);
        _rulesets = new DevfsRulesets(kernel, files);
    }

    /// <inheritdoc/>
    public IReadOnlyList<HostCheck> Test(EngineOptions options) => new FreeBsdHostChecks(_kernel, _files).Run();

    /// <inheritdoc/>
    public void Validate(RuntimeConfig config, string bundle)
    {
        FreeBsdUnsupported.Check(config);
        JailRequest request = JailAnnotations.Complete(config);
        new FreeBsdRequirements(_kernel, _rulesets).Check(config, request);
        foreach (PosixRlimit limit in config.Process!.Rlimits)
        {
            _ = FreeBsdResourceLimit.ToKind(limit.Type);
        }

        _ = FreeBsdMountPlan.Compose(Absolute(config.Mounts, bundle), 1, (path, _) => path.Trim('/'), IsDirectory);
        _ = DevfsRulesetPlan.Compose(1, config.FreeBsd?.Devices ?? [], FreeBsdMountPlan.MountRules(config.Mounts));
    }

    /// <inheritdoc/>
    public bool StacksLayers(EngineOptions options) => false;

    /// <inheritdoc/>
    public bool CanStack(IReadOnlyList<string> layers) => false;

    /// <inheritdoc/>
    public KernelDescriptor OpenRootfs(ContainerSetup setup) => _files.Calls.OpenHostDirectory(setup.RootDirectory!);

    /// <inheritdoc/>
    public ProcessRecord Launch(ContainerSetup setup, Action<ProcessRecord> onProcess, CancellationToken cancellation)
    {
        JailRequest request = JailAnnotations.Complete(setup.Config);
        IReadOnlyList<string> rules = ResourceRulePlan.Rules(setup.Config.Linux?.Resources, JailPlan.NameOf(setup.Record.Id, request));
        JailHostRecord record = Record(setup, request, rules.Count > 0);
        ushort? ruleset = MakeRuleset(setup, ref record);
        StateFile.Write(setup.Paths.Host, record, StateJson.Default.JailHostRecord);
        foreach (string rule in rules)
        {
            RctlAddRule.Invoke(_kernel, RctlRule.Parse(rule));
        }

        if (setup.Config.Root?.Readonly == true)
        {
            _files.EnsureDirectory(record.Root, 0x1ED);
        }

        int jid = JailSet.Invoke(_kernel, JailPlan.Compose(setup.Config, request, setup.Record.Id, record.Root), JailFlags.Create);
        if (ResourceRulePlan.Processors(setup.Config.Linux?.Resources) is { } processors)
        {
            CpusetSetaffinity.Invoke(_kernel, jid, processors);
        }

        LaunchProgram program = FreeBsdProgramComposer.Compose(_kernel.Target, Plan(setup, request, record, jid, ruleset));
        return new ContainerLaunch(_kernel, _files, MakePipe, _processes.StartTime).Run(setup, program, rootfs: null, onProcess, cancellation);
    }

    /// <inheritdoc/>
    public void Release(ContainerPaths paths, ProcessRecord process, CancellationToken cancellation) =>
        new ContainerRelease(_files).Run(paths, cancellation);

    /// <inheritdoc/>
    public bool IsAlive(ProcessRecord process) => _processes.IsAlive(process);

    /// <inheritdoc/>
    public bool Kill(ContainerSetup setup, ProcessRecord process, Signal signal, bool all)
    {
        int number = signal.ToNumber(KernelSystem.FreeBsd);
        if (!all)
        {
            return _processes.Kill(process, number);
        }

        string name = JailPlan.NameOf(setup.Record.Id, JailAnnotations.Complete(setup.Config));
        if (JailGet.TryInvoke(_kernel, JailKey.Name(name), [KnownJailParameters.Jid]) is { } jail)
        {
            foreach (var member in Native.FreeBsd.Processes.ProcessList.OfJail(_kernel, jail.Jid))
            {
                Native.FreeBsd.Processes.Kill.Invoke(_kernel, member.Pid, number);
            }
        }

        return IsAlive(process);
    }

    /// <inheritdoc/>
    public bool WaitForEnd(ProcessRecord process, TimeSpan? timeout, CancellationToken cancellation) =>
        _processes.WaitForEnd(process, timeout, cancellation);

    /// <inheritdoc/>
    public void CleanUp(ContainerPaths paths, RuntimeConfig? config, ProcessRecord? process)
    {
        if (process is not null && _processes.Kill(process, Signal.Kill.ToNumber(KernelSystem.FreeBsd)))
        {
            WaitForEnd(process, TimeToDie, CancellationToken.None);
        }

        if (StateFile.Read(paths.Host, StateJson.Default.JailHostRecord) is { } record)
        {
            new FreeBsdCleanup(_kernel, _rulesets).Run(record, TimeToDie);
        }

        if (process?.Monitor is { } monitor)
        {
            WaitForEnd(monitor, TimeToDie, CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public ContainerIdentity FindUser(KernelDescriptor rootfs, string user) =>
        IdentityFiles.Find(user, _files.ReadInRoot(rootfs, "etc/passwd"), _files.ReadInRoot(rootfs, "etc/group"));

    private static IReadOnlyList<Mount> Absolute(IReadOnlyList<Mount> mounts, string bundle) =>
    [
        .. mounts.Select(mount => FreeBsdMountOptions.Parse(mount.Type, mount.Options, mount.Destination).Type == "nullfs"
            && mount.Source is { Length: > 0 } source && source[0] != '/'
                ? mount with { Source = Path.Combine(bundle, source) }
                : mount),
    ];

    private (KernelDescriptor Reader, KernelDescriptor Writer) MakePipe() => Native.FreeBsd.Processes.Pipe2.Invoke(_kernel);

    private JailHostRecord Record(ContainerSetup setup, JailRequest request, bool hasRules)
    {
        string root = setup.Config.Root?.Readonly == true ? setup.Paths.ReadOnlyRoot : setup.RootDirectory!;
        return new JailHostRecord
        {
            Jail = JailPlan.NameOf(setup.Record.Id, request),
            Root = root,
            HasResourceRules = hasRules,
            ForeignMounts = [.. FreeBsdCleanup.MountsBelow(_kernel, root).Select(mount => mount.Id.ToString())],
        };
    }

    private ushort? MakeRuleset(ContainerSetup setup, ref JailHostRecord record)
    {
        if (!FreeBsdMountPlan.NeedsRuleset(setup.Config.Mounts))
        {
            return null;
        }

        JailHostRecord current = record;
        ushort number = _rulesets.Claim(chosen =>
        {
            current = current with { Ruleset = chosen };
            StateFile.Write(setup.Paths.Host, current, StateJson.Default.JailHostRecord);
        });
        record = current;
        _rulesets.Fill(DevfsRulesetPlan.Compose(number, setup.Config.FreeBsd?.Devices ?? [], FreeBsdMountPlan.MountRules(setup.Config.Mounts)).Skip(1));
        return number;
    }

    private FreeBsdLaunchPlan Plan(ContainerSetup setup, JailRequest request, JailHostRecord record, int jid, ushort? ruleset)
    {
        bool isReadOnly = setup.Config.Root?.Readonly == true;
        using KernelDescriptor root = _files.Calls.OpenHostDirectory(setup.RootDirectory!);
        IReadOnlyList<FreeBsdMountStep> mounts = FreeBsdMountPlan.Compose(
            Absolute(setup.Config.Mounts, setup.Record.Bundle), ruleset,
            (path, mounted) => new RootPathResolution(_files.Calls, root, mounted).Resolve(path), IsDirectory);
        RefuseLoops(mounts, [record.Root, setup.RootDirectory!]);
        return new FreeBsdLaunchPlan
        {
            Config = setup.Config,
            Jid = jid,
            Root = record.Root,
            ReadOnlyOf = isReadOnly ? setup.RootDirectory : null,
            Mounts = mounts,
            HasVnet = request.HasVnet,
            CreatesWorkingDirectory = setup.Record.CreatesWorkingDirectory,
        };
    }

    // A nullfs mount over what it shows makes FreeBSD 13 panic and 15 hang, so it must not come so far.
    private static void RefuseLoops(IReadOnlyList<FreeBsdMountStep> mounts, IReadOnlyList<string> roots)
    {
        foreach (FreeBsdMountStep mount in mounts.Where(mount => mount.FileSystem is "nullfs" or "unionfs"))
        {
            string source = Path.GetFullPath(mount.Options[0].ToString()["from=".Length..]);
            if (roots.Any(root => source == root || source.StartsWith(root + "/", StringComparison.Ordinal)))
            {
                throw new KnastException(
                    "MountLoops", KnastErrorKind.InvalidArgument,
                    $"The source {source} of the mount on /{mount.Destination} lies in the container's own root file system.", source,
                    "Mount a directory outside of it, or make a link inside.");
            }
        }
    }

    private bool IsDirectory(string source)
    {
        using KernelDescriptor? opened = _files.TryOpen(source);
        return opened is null
            ? throw new KnastException("MountSourceNotFound", KnastErrorKind.NotFound, $"The source {source} of a mount does not exist.", source)
            : _files.Calls.GetStatus(opened).Type == FileType.Directory;
    }
}
