using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>Starts a program in a process of this machine.</summary>
internal static class LocalProgramLaunch
{
    /// <summary>The largest descriptor number that a program may ask for.</summary>
    public const int LargestTarget = 127;

    private const int StandardDescriptors = 3;

    /// <summary>Starts a program.</summary>
    /// <exception cref="ArgumentException">The program is for another machine, or a descriptor's number is taken or too large.</exception>
    /// <exception cref="NativeException">The launcher could not be started.</exception>
    public static ProgramLaunch Start(IKernel kernel, LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        ProgramLaunch.RequireTarget(kernel.Target, program);
        return Start(kernel, program, descriptors, [LauncherImage.Local(kernel).Path]);
    }

    /// <summary>Starts a program with a launcher of the caller's choice.</summary>
    public static ProgramLaunch Start(
        IKernel kernel, LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors, IReadOnlyList<string> launcher)
    {
        ProgramLaunch.RequireTargets(descriptors);
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
                return new ProgramLaunch(kernel, program, ours, Spawn(kernel, [.. own, .. descriptors], launcher));
            }
            catch
            {
                ours.Dispose();
                throw;
            }
        }
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
                taken.Add(mapping.Target);
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
