using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Programs;
using Knast.Runtime.State;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>Starts a container's program and listens to it until the first process waits for start.</summary>
internal sealed class LinuxLaunch
{
    private readonly IKernel _kernel;
    private readonly KernelFiles _files;
    private readonly LinuxProcessTable _processes;

    public LinuxLaunch(IKernel kernel, KernelFiles files, LinuxProcessTable processes)
    {
        _kernel = kernel;
        _files = files;
        _processes = processes;
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
        (KernelDescriptor outputReader, KernelDescriptor outputWriter) = Pipe2.Invoke(_kernel);
        (KernelDescriptor errorReader, KernelDescriptor errorWriter) = Pipe2.Invoke(_kernel);
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
                new(runDirectory, LinuxDescriptors.RunDirectory), new(directory, LinuxDescriptors.ContainerDirectory),
                new(outputReader, LinuxDescriptors.OutputReader), new(errorReader, LinuxDescriptors.ErrorReader),
            ];
            if (rootfs is not null)
            {
                descriptors.Add(new DescriptorMapping(rootfs, LinuxDescriptors.Rootfs));
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
                case LinuxReports.Monitor:
                    monitor = Identify((int)report.Value);
                    break;
                case LinuxReports.Process:
                    process = Identify((int)report.Value) with { Monitor = monitor };
                    break;
                case LinuxReports.Ready:
                    isReady = true;
                    break;
                case LinuxReports.ExecutableMissing:
                    throw ExecutableErrors.Missing(setup.Config.Process!, ErrorCodes.FromErrno(_kernel.Target.System, (int)report.Value));
            }
        }

        onProcess(process);
        launch.Proceed();
        return process;
    }

    // The process awaits a go-ahead or has failed; either way its start time can be read until it is reaped.
    private ProcessRecord Identify(int pid) => new() { Pid = pid, StartTime = _processes.StartTime(pid) ?? 0 };
}
