using Knast.Native.Kernel;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts;
using Knast.Runtime.State;

namespace Knast.Runtime.Tests.LifeCycle;

/// <summary>The real host, but for overlayfs.</summary>
internal sealed class HostWithoutOverlay : IContainerHost
{
    private readonly IContainerHost _host;

    public HostWithoutOverlay(IContainerHost host)
    {
        _host = host;
    }

    public bool StacksLayers(EngineOptions options) => false;

    public bool CanStack(IReadOnlyList<string> layers) => false;

    public IReadOnlyList<HostCheck> Test(EngineOptions options) => _host.Test(options);

    public void Validate(RuntimeConfig config, string bundle) => _host.Validate(config, bundle);

    public KernelDescriptor OpenRootfs(ContainerSetup setup) => _host.OpenRootfs(setup);

    public ProcessRecord Launch(ContainerSetup setup, Action<ProcessRecord> onProcess, CancellationToken cancellation) =>
        _host.Launch(setup, onProcess, cancellation);

    public void Release(ContainerPaths paths, ProcessRecord process, CancellationToken cancellation) => _host.Release(paths, process, cancellation);

    public bool IsAlive(ProcessRecord process) => _host.IsAlive(process);

    public bool Kill(ContainerSetup setup, ProcessRecord process, Signal signal, bool all) => _host.Kill(setup, process, signal, all);

    public bool WaitForEnd(ProcessRecord process, TimeSpan? timeout, CancellationToken cancellation) => _host.WaitForEnd(process, timeout, cancellation);

    public void CleanUp(ContainerPaths paths, RuntimeConfig? config, ProcessRecord? process) => _host.CleanUp(paths, config, process);

    public ContainerIdentity FindUser(KernelDescriptor rootfs, string user) => _host.FindUser(rootfs, user);
}
