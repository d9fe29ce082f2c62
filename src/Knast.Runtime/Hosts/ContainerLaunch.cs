using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Runtime.State;

namespace Knast.Runtime.Hosts;

/// <summary>Starts a container's program and listens to it until the first process waits for start.</summary>
internal sealed class ContainerLaunch
{
    private readonly IKernel _kernel;
    private readonly KernelFiles _files;
    private readonly Func<(KernelDescriptor Reader, KernelDescriptor Writer)> _pipe;
    private readonly Func<int, long?> _startTime;

    /// <summary>Prepares a launch.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="files">Its files.</param>
    /// <param name="pipe">Makes a pipe, close-on-exec and blocking.</param>
    /// <param name="startTime">The start time of a process in the kernel's own units; null when it is gone.</param>
    public ContainerLaunch(
        IKernel kernel, KernelFiles files, Func<(KernelDescriptor Reader, KernelDescriptor Writer)> pipe, Func<int, long?> startTime)
    {
        _kernel = kernel;
        _files = files;
        _pipe = pipe;
        _startTime = startTime;
    }

    /// <summary>Runs the launch.</summary>
    /// <param name="setup">The container.</param>
    /// <param name="program">Its program.</param>
    /// <param name="rootfs">The root file system as a mount; null where it is a directory.</param>
    /// <param name="onProcess">Called before the first process may go on to wait for start.</param>
    /// <param name="cancellation">Stops; the process ends.</param>
    public ProcessRecord Run(
        ContainerSetup setup, LaunchProgram program, KernelDescriptor? rootfs, Action<ProcessRecord> onProcess, CancellationToken cancellation)
    {
        (KernelDescriptor outputReader, KernelDescriptor outputWriter) = _pipe();
        (KernelDescriptor errorReader, KernelDescriptor errorWriter) = _pipe();
        using KernelDescriptor runDirectory = _files.Calls.OpenHostDirectory(setup.Paths.RunDirectory);
        using KernelDescriptor directory = _files.Calls.OpenHostDirectory(setup.Paths.Directory);
        using (outputReader)
        using (outputWriter)
        using (errorReader)
        using (errorWriter)
        {
            List<DescriptorMapping> descriptors =
            [
                new(setup.StandardInput, 0), new(outputWriter, 1), new(errorWriter, 2),
                new(runDirectory, LaunchDescriptors.RunDirectory), new(directory, LaunchDescriptors.ContainerDirectory),
                new(outputReader, LaunchDescriptors.OutputReader), new(errorReader, LaunchDescriptors.ErrorReader),
            ];
            if (rootfs is not null)
            {
                descriptors.Add(new DescriptorMapping(rootfs, LaunchDescriptors.Rootfs));
            }

            using IProgramLaunch launch = _kernel.Launch(program, descriptors);
            return Listen(setup, launch, onProcess, cancellation);
        }
    }

    private ProcessRecord Listen(ContainerSetup setup, IProgramLaunch launch, Action<ProcessRecord> onProcess, CancellationToken cancellation)
    {
        ProcessRecord? monitor = null;
        ProcessRecord? process = null;
        bool isReady = false;
        while (process is null || !isReady)
        {
            ProgramReport report = launch.Receive(cancellation)
                ?? throw new KnastException(
                    "CreateFailed", KnastErrorKind.Kernel, $"The first process of \"{setup.Record.Name}\" ended before it was ready.", setup.Record.Name);
            switch (report.Tag)
            {
                case LaunchReports.Monitor:
                    monitor = Identify((int)report.Value);
                    break;
                case LaunchReports.Process:
                    process = Identify((int)report.Value) with { Monitor = monitor };
                    break;
                case LaunchReports.Ready:
                    isReady = true;
                    break;
                case LaunchReports.ExecutableMissing:
                    throw ExecutableErrors.Missing(setup.Config.Process!, ErrorCodes.FromErrno(_kernel.Target.System, (int)report.Value));
            }
        }

        onProcess(process);
        launch.Proceed();
        return process;
    }

    // The process awaits a go-ahead or has failed; either way its start time can be read until it is reaped.
    private ProcessRecord Identify(int pid) => new() { Pid = pid, StartTime = _startTime(pid) ?? 0 };
}
