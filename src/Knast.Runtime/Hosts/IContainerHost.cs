using Knast.Native.Kernel;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.State;

namespace Knast.Runtime.Hosts;

/// <summary>What isolates containers: the part of the life cycle that differs between systems.</summary>
internal interface IContainerHost
{
    /// <summary>What works here and what does not.</summary>
    IReadOnlyList<HostCheck> Test(EngineOptions options);

    /// <summary>Refuses a configuration that this host cannot carry out whole, before anything is changed.</summary>
    /// <exception cref="KnastException"><c>NotSupported</c>: names the property by its JSON pointer.</exception>
    void Validate(RuntimeConfig config, string bundle);

    /// <summary>Whether containers share the layers of their images here, or each gets a copy.</summary>
    bool StacksLayers(EngineOptions options);

    /// <summary>Whether these very layers can be stacked: there may be too many.</summary>
    bool CanStack(IReadOnlyList<string> layers);

    /// <summary>Opens the root file system of a container, stacking its layers where it has some.</summary>
    KernelDescriptor OpenRootfs(ContainerSetup setup);

    /// <summary>Brings the container's first process to where it waits for start.</summary>
    /// <param name="setup">The container.</param>
    /// <param name="onProcess">Called as soon as the process exists, before it may go on: whoever crashes later leaves a record of it.</param>
    /// <param name="cancellation">Stops; the process ends.</param>
    ProcessRecord Launch(ContainerSetup setup, Action<ProcessRecord> onProcess, CancellationToken cancellation);

    /// <summary>Lets the waiting process execute its program, and waits until it has.</summary>
    /// <exception cref="KnastException"><c>StartFailed</c>, <c>ContainerNotWaiting</c>.</exception>
    void Release(ContainerPaths paths, ProcessRecord process, CancellationToken cancellation);

    /// <summary>Whether that very process is still alive.</summary>
    bool IsAlive(ProcessRecord process);

    /// <summary>Sends a signal.</summary>
    /// <returns>Whether the first process was still there.</returns>
    bool Kill(ContainerSetup setup, ProcessRecord process, Signal signal, bool all);

    /// <summary>Waits until the process has ended.</summary>
    /// <returns>False when time ran out.</returns>
    bool WaitForEnd(ProcessRecord process, TimeSpan? timeout, CancellationToken cancellation);

    /// <summary>Removes all that the kernel holds for a container (cgroups, mounts, jails), killing what is left of it. Nothing there is no error.</summary>
    void CleanUp(ContainerPaths paths, RuntimeConfig? config, ProcessRecord? process);

    /// <summary>Looks up a user in the container's own passwd and group files.</summary>
    ContainerIdentity FindUser(KernelDescriptor rootfs, string user);
}
