using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.Agent;

/// <summary>The packaged launcher on another kernel, executed there by a program of the agent's as posix_spawn would here.</summary>
internal static class ExecutedLauncher
{
    private const int Report = 10;
    private const int Image = 11;

    /// <summary>Puts the launcher for a kernel into a directory there.</summary>
    public static string Install(IKernel kernel, RemoteDirectory directory)
    {
        using KernelDescriptor file = directory.Files.Open(
            directory.Descriptor, "launcher", FileOpenFlags.WriteOnly | FileOpenFlags.Create | FileOpenFlags.Exclusive, 0x1ED);
        directory.Files.Write(file, File.ReadAllBytes(Launchers.Require(kernel.Target)));
        return directory.Path + "/launcher";
    }

    /// <summary>Starts a program in it.</summary>
    public static ProgramLaunch Start(IKernel kernel, string launcher, LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        using KernelDescriptor image = LaunchCalls.AnonymousFile(kernel, "knast-program", isExecutable: false);
        LaunchCalls.Fill(kernel, image, program.Image.Span);
        (KernelDescriptor ours, KernelDescriptor theirs) = LaunchCalls.Socketpair(kernel);
        using (theirs)
        {
            var starter = new ProgramBuilder(kernel.Target) { FirstProcessStays = true };
            starter.Call(CorpusCalls.Dup2(kernel.Target, Report, ProgramFormat.ReportDescriptor));
            starter.Call(CorpusCalls.Dup2(kernel.Target, Image, ProgramFormat.ProgramDescriptor));
            starter.Call(CorpusCalls.Close(kernel.Target, Report));
            starter.Call(CorpusCalls.Close(kernel.Target, Image));
            starter.Call(CorpusCalls.Execve(kernel.Target, launcher, "knast"));
            using IProgramLaunch launch = kernel.Launch(
                starter.Build(), [new DescriptorMapping(theirs, Report), new DescriptorMapping(image, Image), .. descriptors]);
            return new ProgramLaunch(kernel, program, ours, launch.ProcessId);
        }
    }
}
