using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>A program that a process of this machine plays.</summary>
internal sealed class LocalProgramLaunch : IProgramLaunch
{
    /// <summary>The largest descriptor number that a program may ask for.</summary>
    public const int LargestTarget = 127;

    private const int StandardDescriptors = 3;
    private static readonly TimeSpan s_timeToEnd = TimeSpan.FromSeconds(2);

    private readonly IKernel _kernel;
    private readonly LaunchProgram _program;
    private readonly ReportSocket _socket;
    private bool _hasFailed;
    private bool _isDisposed;

    private LocalProgramLaunch(IKernel kernel, LaunchProgram program, KernelDescriptor socket, int pid)
    {
        _kernel = kernel;
        _program = program;
        _socket = new ReportSocket(kernel, socket);
        ProcessId = pid;
    }

    /// <inheritdoc/>
    public int ProcessId { get; }

    /// <summary>Starts a program.</summary>
    /// <exception cref="ArgumentException">The program is for another machine, or a descriptor's number is taken or too large.</exception>
    /// <exception cref="NativeException">The launcher could not be started.</exception>
    public static LocalProgramLaunch Start(IKernel kernel, LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        if (program.Target.Name != kernel.Target.Name)
        {
            throw new ArgumentException($"The program is for {program.Target.Name}; this is {kernel.Target.Name}.");
        }

        return Start(kernel, program, descriptors, [LauncherImage.Local(kernel).Path]);
    }

    /// <summary>Starts a program with a launcher of the caller's choice.</summary>
    public static LocalProgramLaunch Start(
        IKernel kernel, LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors, IReadOnlyList<string> launcher)
    {
        using KernelDescriptor image = LaunchCalls.AnonymousFile(kernel, "knast-program", isExecutable: false);
        LaunchCalls.Fill(kernel, image, program.Image.Span);
        (KernelDescriptor ours, KernelDescriptor theirs) = LaunchCalls.Socketpair(kernel);
        using (theirs)
        {
            try
            {
                DescriptorMapping[] own =
                [
                    new(theirs, ProgramFormat.ReportDescriptor), new(image, ProgramFormat.ProgramDescriptor),
                ];
                return new LocalProgramLaunch(kernel, program, ours, Spawn(kernel, [.. own, .. descriptors], launcher));
            }
            catch
            {
                ours.Dispose();
                throw;
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

    private static int Spawn(IKernel kernel, DescriptorMapping[] mappings, IReadOnlyList<string> launcher)
    {
        Span<(int Source, int Target)> actions = stackalloc (int, int)[LargestTarget + 1];
        var copies = new List<KernelDescriptor>(mappings.Length);
        var taken = new HashSet<int>();
        try
        {
            int count = 0;
            foreach (DescriptorMapping mapping in mappings)
            {
                RequireFree(mapping.Target, taken);
                actions[count++] = (Above(kernel, mapping.Source, copies), mapping.Target);
            }

            // What nobody asked for must not be our own terminal.
            for (int standard = 0; standard < StandardDescriptors; standard++)
            {
                if (taken.Add(standard))
                {
                    actions[count++] = (-1, standard);
                }
            }

            return PosixSpawn.Start(kernel.Target.System, launcher, actions[..count]);
        }
        finally
        {
            copies.ForEach(static copy => copy.Dispose());
        }
    }

    private static void RequireFree(int target, HashSet<int> taken)
    {
        if (target is < 0 or > LargestTarget)
        {
            throw new ArgumentException($"Descriptor {target} of a program: it must be 0 to {LargestTarget}.");
        }

        if (!taken.Add(target))
        {
            throw new ArgumentException($"Descriptor {target} of a program is taken already.");
        }
    }

    // Sources beyond all targets, so that making one descriptor never closes the source of another.
    private static int Above(IKernel kernel, KernelDescriptor? source, List<KernelDescriptor> copies)
    {
        if (source is null || source.Number > LargestTarget)
        {
            return source?.Number ?? -1;
        }

        KernelDescriptor copy = LaunchCalls.DuplicateAbove(kernel, source, LargestTarget + 1);
        copies.Add(copy);
        return copy.Number;
    }
}
