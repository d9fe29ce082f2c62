using Knast.Native.Files;
using Knast.Native.FreeBsd.Files;
using Knast.Native.FreeBsd.Processes;
using Knast.Native.FreeBsd.ResourceLimits;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.Agent;
using Knast.Native.Tests.FreeBsd.Answers;
using static Knast.Native.FreeBsd.Files.Openat;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Calls that change the process that makes them, in programs.</summary>
public sealed class ProgramCallFacadeTests : FreeBsdFacadeSuite
{
    private const uint User = 1001;
    private const uint Group = 1001;
    private const uint Supplementary = 2002;

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AProgramHasTheGroupsThatItWasGivenAndNoOthers(string name)
    {
        IKernel kernel = Open(name);
        KernelTarget target = kernel.Target;
        using var directory = new RemoteDirectory(kernel);
        directory.Files.SetMode(directory.Descriptor, 0x1ED);
        MakeFile(directory, "own", Group);
        MakeFile(directory, "other", Supplementary);
        MakeFile(directory, "roots", 0);
        void Become(ProgramBuilder program)
        {
            program.Call(Setgroups.Compose(target, Group, [Supplementary]));
            program.Call(Setresgid.Compose(target, Group));
            program.Call(Setresuid.Compose(target, User));
        }

        PlayedProgram.Play(kernel, program =>
        {
            Become(program);
            program.Call(Openat.Compose(target, CurrentDirectory, directory.Path + "/own", OpenFlags.ReadOnly));
            program.Call(Openat.Compose(target, CurrentDirectory, directory.Path + "/other", OpenFlags.ReadOnly));
        });
        Assert.Equal(("openat", ErrorCode.EACCES), PlayedProgram.Fail(kernel, program =>
        {
            Become(program);
            program.Call(Openat.Compose(target, CurrentDirectory, directory.Path + "/roots", OpenFlags.ReadOnly));
        }));
        Assert.Equal(("faccessat", ErrorCode.EACCES), PlayedProgram.Fail(kernel, program =>
        {
            Become(program);
            program.Call(Faccessat.Compose(target, CurrentDirectory, directory.Path + "/own", AccessModes.Execute));
        }));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AProgramHasNoSupplementaryGroupsWhereNoneAreGiven(string name)
    {
        IKernel kernel = Open(name);
        KernelTarget target = kernel.Target;
        using var directory = new RemoteDirectory(kernel);
        directory.Files.SetMode(directory.Descriptor, 0x1ED);
        MakeFile(directory, "roots", 0);
        Assert.Equal(("openat", ErrorCode.EACCES), PlayedProgram.Fail(kernel, program =>
        {
            program.Call(Setgroups.Compose(target, Group, []));
            program.Call(Setresgid.Compose(target, Group));
            program.Call(Setresuid.Compose(target, User));
            program.Call(Openat.Compose(target, CurrentDirectory, directory.Path + "/roots", OpenFlags.ReadOnly));
        }));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void UmaskWorkingDirectoryAndRootBelongToTheProcess(string name)
    {
        IKernel kernel = Open(name);
        KernelTarget target = kernel.Target;
        using var directory = new RemoteDirectory(kernel);
        PlayedProgram.Play(kernel, program =>
        {
            program.Call(Umask.Compose(target, 0x17));
            program.Call(Chdir.Compose(target, directory.Path));
            program.Call(Mkdirat.Compose(target, CurrentDirectory, "made", 0x1FF));
            program.Call(Chroot.Compose(target, directory.Path));
            program.Call(Mkdirat.Compose(target, CurrentDirectory, "/made/below", 0x1FF));
        });
        FileStatus made = directory.Files.GetStatus(directory.Descriptor, "made")!.Value;
        Assert.Equal((0x1E8u, 3u), (made.Mode, made.LinkCount));
        Assert.Equal(("chdir", ErrorCode.ENOENT), PlayedProgram.Fail(kernel, program => program.Call(Chdir.Compose(target, directory.Path + "/missing"))));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ALimitOfOpenFilesHolds(string name)
    {
        IKernel kernel = Open(name);
        KernelTarget target = kernel.Target;
        Assert.Equal(("openat", ErrorCode.EMFILE), PlayedProgram.Fail(kernel, program =>
        {
            program.Call(Setrlimit.Compose(target, ResourceKind.OpenFiles, 4, 4));
            program.Call(Openat.Compose(target, CurrentDirectory, "/", OpenFlags.ReadOnly));
        }));
        Assert.Equal(("setrlimit", ErrorCode.EPERM), PlayedProgram.Fail(kernel, program =>
        {
            program.Call(Setrlimit.Compose(target, ResourceKind.OpenFiles, 8, 8));
            program.Call(Setresuid.Compose(target, User));
            program.Call(Setrlimit.Compose(target, ResourceKind.OpenFiles, 8, 16));
        }));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void DescriptorsAreCopiedAndClosed(string name)
    {
        IKernel kernel = Open(name);
        KernelTarget target = kernel.Target;
        PlayedProgram.Play(kernel, program =>
        {
            program.Call(Dup2.Compose(target, 0, 20));
            program.Call(Fcntl.Compose(target, 20, FcntlCommand.GetDescriptorFlags, 0));
        });
        Assert.Equal(("fcntl", ErrorCode.EBADF), PlayedProgram.Fail(kernel, program =>
        {
            program.Call(Dup2.Compose(target, 0, 20));
            program.Call(CloseRange.Compose(target, 20, uint.MaxValue, isOnExec: false));
            program.Call(Fcntl.Compose(target, 20, FcntlCommand.GetDescriptorFlags, 0));
        }));
        Assert.Equal([1], PlayedProgram.Play(kernel, program =>
        {
            ProgramRegister flags = program.NewRegister();
            program.Call(Dup2.Compose(target, 0, 20));
            program.Call(CloseRange.Compose(target, 20, uint.MaxValue, isOnExec: true));
            program.Call(flags, Fcntl.Compose(target, 20, FcntlCommand.GetDescriptorFlags, 0));
            program.Report(1, flags);
        }));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ASessionIsLedOnce(string name)
    {
        IKernel kernel = Open(name);
        KernelTarget target = kernel.Target;
        PlayedProgram.Play(kernel, program =>
        {
            program.Call(Setsid.Compose(target), OnErrno.Continue(ErrorCode.EPERM));
            program.Call(Setlogin.Compose(target, "knast"));
            program.Call(Setloginclass.Compose(target, "daemon"));
        });
        Assert.Equal(("setsid", ErrorCode.EPERM), PlayedProgram.Fail(kernel, program =>
        {
            program.Call(Setsid.Compose(target), OnErrno.Continue(ErrorCode.EPERM));
            program.Call(Setsid.Compose(target));
        }));
        Assert.Equal(("setlogin", ErrorCode.EINVAL), PlayedProgram.Fail(kernel, program => program.Call(Setlogin.Compose(target, new string('x', 64)))));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    [NotRecorded]
    public void AProgramThatIsNoneIsRefused(string name)
    {
        IKernel kernel = Open(name);
        KernelTarget target = kernel.Target;
        using var directory = new RemoteDirectory(kernel);
        MakeFile(directory, "text", 0, 0x1ED);
        MakeFile(directory, "private", 0, 0x180);
        Assert.Equal(("execve", ErrorCode.ENOENT), Execute(kernel, directory.Path + "/missing"));
        Assert.Equal(("execve", ErrorCode.ENOEXEC), Execute(kernel, directory.Path + "/text"));
        Assert.Equal(("execve", ErrorCode.EACCES), Execute(kernel, directory.Path + "/private"));
        Assert.Equal(("execve", ErrorCode.EACCES), Execute(kernel, directory.Path));
        Assert.Equal(("execve", ErrorCode.ENOTDIR), Execute(kernel, directory.Path + "/text/below"));
        Assert.Equal(("execve", ErrorCode.E2BIG), PlayedProgram.Fail(kernel, program => program.Call(
            Execve.Compose(target, "/sbin/init", ["init"], [.. Enumerable.Repeat(new string('x', 100_000), 8)]))));
    }

    private static (string Call, ErrorCode Code) Execute(IKernel kernel, string path) =>
        PlayedProgram.Fail(kernel, program => program.Call(Execve.Compose(kernel.Target, path, ["x"], [])));

    private static void MakeFile(RemoteDirectory directory, string name, uint group, uint mode = 0x1A0)
    {
        using KernelDescriptor file = directory.Files.Open(directory.Descriptor, name, FileOpenFlags.WriteOnly | FileOpenFlags.Create, 0x180);
        directory.Files.Write(file, "text"u8);
        directory.Files.SetOwner(file, 0, group);
        directory.Files.SetMode(file, mode);
    }
}
