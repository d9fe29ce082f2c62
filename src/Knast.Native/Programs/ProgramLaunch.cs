using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>A program that a process of a kernel plays, whoever started it there.</summary>
internal sealed class ProgramLaunch : IProgramLaunch
{
    private static readonly TimeSpan s_timeToEnd = TimeSpan.FromSeconds(2);

    private readonly IKernel _kernel;
    private readonly LaunchProgram _program;
    private readonly ReportSocket _socket;
    private bool _hasFailed;
    private bool _isDisposed;

    /// <summary>Listens to a program.</summary>
    /// <param name="kernel">The kernel that it runs on.</param>
    /// <param name="program">The program.</param>
    /// <param name="socket">Our end of its report socket, which is taken over.</param>
    /// <param name="pid">Its first process, a child of whoever makes calls for us.</param>
    public ProgramLaunch(IKernel kernel, LaunchProgram program, KernelDescriptor socket, int pid)
    {
        _kernel = kernel;
        _program = program;
        _socket = new ReportSocket(kernel, socket);
        ProcessId = pid;
    }

    /// <inheritdoc/>
    public int ProcessId { get; }

    /// <summary>Refuses a program for another kind of machine.</summary>
    /// <exception cref="ArgumentException">It is for another one.</exception>
    public static void RequireTarget(KernelTarget target, LaunchProgram program)
    {
        if (program.Target.Name != target.Name)
        {
            throw new ArgumentException($"The program is for {program.Target.Name}; this is {target.Name}.");
        }
    }

    /// <summary>Refuses descriptors that no program can have.</summary>
    /// <exception cref="ArgumentException">A descriptor's number is taken or too large.</exception>
    public static void RequireTargets(IReadOnlyList<DescriptorMapping> descriptors)
    {
        var taken = new HashSet<int> { ProgramFormat.ReportDescriptor, ProgramFormat.ProgramDescriptor };
        foreach (DescriptorMapping mapping in descriptors)
        {
            if (mapping.Target is < 0 or > LocalProgramLaunch.LargestTarget)
            {
                throw new ArgumentException($"Descriptor {mapping.Target} of a program: it must be 0 to {LocalProgramLaunch.LargestTarget}.");
            }

            if (!taken.Add(mapping.Target))
            {
                throw new ArgumentException($"Descriptor {mapping.Target} of a program is taken already.");
            }
        }
    }

    /// <inheritdoc/>
    public ProgramReport? Receive(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_socket.Receive(cancellation) is not var (frame, descriptor))
        {
            return null;
        }

        switch (frame.Kind)
        {
            case FrameKind.Report:
                return new ProgramReport((int)frame.Tag, frame.Value, descriptor);
            case FrameKind.Failure:
                _hasFailed = true;
                throw _program.Describe(new ProgramFailure((int)frame.Tag, (int)frame.Value));
            default:
                _hasFailed = true;
                throw new InvalidDataException($"The launcher refused the program: {(ProgramRefusal)frame.Tag} of {frame.Value}.");
        }
    }

    /// <inheritdoc/>
    public void Proceed()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _socket.SendGoAhead();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _socket.Dispose();
        if (!_program.FirstProcessStays || _hasFailed)
        {
            ReapFirstProcess();
        }
    }

    // A process that nobody but us waits for keeps its identifier until we do, so there is no doubt about whom the signal goes to.
    private void ReapFirstProcess()
    {
        if (LaunchCalls.Reap(_kernel, ProcessId, isBlocking: false))
        {
            return;
        }

        using (KernelDescriptor end = LaunchCalls.OpenEnd(_kernel, ProcessId))
        {
            if (!LaunchCalls.WaitReadable(_kernel, end, other: null, s_timeToEnd))
            {
                LaunchCalls.Kill(_kernel, ProcessId);
            }
        }

        LaunchCalls.Reap(_kernel, ProcessId, isBlocking: true);
    }
}
