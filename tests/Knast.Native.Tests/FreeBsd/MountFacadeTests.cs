using Knast.Native.Files;
using Knast.Native.FreeBsd;
using Knast.Native.FreeBsd.Mounts;
using Knast.Native.Kernel;
using Knast.Native.Tests.Agent;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>nmount, unmount, statfs, getfsstat and what they refuse.</summary>
public sealed class MountFacadeTests : FreeBsdFacadeSuite
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AMountIsMadeListedAndTakenAway(string name)
    {
        IKernel kernel = Open(name);
        using var directory = new RemoteDirectory(kernel);
        int before = Getfsstat.Invoke(kernel).Count;
        Nmount.Invoke(kernel, Mount.Tmpfs(
            directory.Path, [MountOption.Text("size", "1m"), MountOption.Text("mode", "1777")], MountFlags.NoSetUserId | MountFlags.NoExecute));
        MountStatus status = Statfs.Invoke(kernel, directory.Path);
        Assert.Equal(("tmpfs", "tmpfs", directory.Path), (status.FileSystem, status.Source, status.Destination));
        Assert.Equal(MountFlags.NoSetUserId | MountFlags.NoExecute, status.Flags & (MountFlags.NoSetUserId | MountFlags.NoExecute | MountFlags.ReadOnly));
        Assert.Equal(1UL << 20, status.BlockSize * status.Blocks);
        IReadOnlyList<MountStatus> all = Getfsstat.Invoke(kernel);
        Assert.Equal(before + 1, all.Count);
        Assert.Equal(status.Id, all[^1].Id);
        using (KernelDescriptor root = directory.Files.OpenHostDirectory(directory.Path))
        {
            Assert.Equal(status.Id, Fstatfs.Invoke(kernel, root).Id);
            Assert.Equal(0x3FFu, directory.Files.GetStatus(root).Mode);
        }

        Assert.True(Unmount.Invoke(kernel, directory.Path, isForced: false));
        Assert.False(Unmount.Invoke(kernel, directory.Path, isForced: false));
        Assert.False(Unmount.Invoke(kernel, status.Id, isForced: false));
        Assert.NotEqual(status.Id, Statfs.Invoke(kernel, directory.Path).Id);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ADirectoryIsShownAgainReadOnly(string name)
    {
        IKernel kernel = Open(name);
        using var source = new RemoteDirectory(kernel, "-source");
        using var alias = new RemoteDirectory(kernel, "-alias");
        WriteFile(source, "file", "content");
        using var mount = new MountScope(kernel, Mount.Nullfs(source.Path, alias.Path, MountFlags.ReadOnly | MountFlags.NoSetUserId));
        Assert.Equal(("nullfs", source.Path, alias.Path), (mount.Status.FileSystem, mount.Status.Source, mount.Status.Destination));
        using KernelDescriptor root = alias.Files.OpenHostDirectory(alias.Path);
        Assert.Equal(7, alias.Files.GetStatus(root, "file")!.Value.Size);
        AssertFails(ErrorCode.EROFS, () => alias.Files.MakeDirectory(root, "new", 0x1C0));
        AssertFails(ErrorCode.EOPNOTSUPP, () => Nmount.Invoke(kernel, Mount.Nullfs(source.Path, alias.Path, MountFlags.Update)));
        AssertFails(ErrorCode.EDEADLK, () => Nmount.Invoke(kernel, Mount.Nullfs(source.Path, alias.Path)));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AFileIsMountedOnAFile(string name)
    {
        IKernel kernel = Open(name);
        using var directory = new RemoteDirectory(kernel);
        WriteFile(directory, "source", "content");
        WriteFile(directory, "target", "");
        string target = directory.Path + "/target";
        using (var mount = new MountScope(kernel, Mount.Nullfs(directory.Path + "/source", target)))
        {
            Assert.Equal("content", ReadFile(directory, "target"));

            // 13.2 garbles the last part of the name, so such a mount is taken away by its identifier.
            Assert.Equal(FreeBsdVersion.Is15(kernel.Target), mount.Status.Destination == target);
        }

        Assert.Equal("", ReadFile(directory, "target"));
        AssertFails(ErrorCode.EINVAL, () => Nmount.Invoke(kernel, Mount.Nullfs(directory.Path, target)));
        AssertFails(ErrorCode.ENOTDIR, () => Nmount.Invoke(kernel, Mount.Tmpfs(target, [])));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatCannotBeMountedIsRefusedInTheKernelsWords(string name)
    {
        IKernel kernel = Open(name);
        using var directory = new RemoteDirectory(kernel);
        AssertRefused(kernel, ErrorCode.EINVAL, "mount option <bogus> is unknown", Mount.Tmpfs(directory.Path, [MountOption.Flag("bogus")]));
        AssertRefused(kernel, ErrorCode.EINVAL, "Invalid fstype", new Mount("nosuchfs", directory.Path, []));
        AssertRefused(kernel, ErrorCode.EINVAL, "invalid ruleset specification",
            new Mount("devfs", directory.Path, [MountOption.Text("ruleset", "many")]));
        AssertRefused(kernel, ErrorCode.EINVAL, "invalid ruleset specification", Mount.Devfs(directory.Path, 70000));
        AssertRefused(kernel, ErrorCode.EINVAL, null, new Mount("nullfs", directory.Path, []));
        AssertRefused(kernel, ErrorCode.ENAMETOOLONG, null, Mount.Tmpfs("/" + new string('x', 1100), []));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AMissingPlaceIsSaid(string name)
    {
        // 13.2 answers EINVAL and "Invalid fstype" here, which would send people to the wrong place.
        IKernel kernel = Open(name);
        using var directory = new RemoteDirectory(kernel);
        bool is15 = FreeBsdVersion.Is15(kernel.Target);
        ErrorCode expected = is15 ? ErrorCode.ENOENT : ErrorCode.EINVAL;
        AssertRefused(kernel, expected, is15 ? null : "Invalid fstype", Mount.Tmpfs(directory.Path + "/missing", []));
        AssertRefused(kernel, expected, is15 ? null : "Invalid fstype", Mount.Nullfs(directory.Path + "/missing", directory.Path));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ABusyMountStaysUnlessForced(string name)
    {
        IKernel kernel = Open(name);
        using var directory = new RemoteDirectory(kernel);
        Nmount.Invoke(kernel, Mount.Tmpfs(directory.Path, []));
        using (KernelDescriptor root = directory.Files.OpenHostDirectory(directory.Path))
        using (KernelDescriptor file = directory.Files.Open(root, "open", FileOpenFlags.WriteOnly | FileOpenFlags.Create, 0x180))
        {
            AssertFails(ErrorCode.EBUSY, () => Unmount.Invoke(kernel, directory.Path, isForced: false));
            Assert.True(Unmount.Invoke(kernel, directory.Path, isForced: true));
            ErrorCode dead = FreeBsdVersion.Is15(kernel.Target) ? ErrorCode.ENXIO : ErrorCode.EIO;
            AssertFails(dead, () => directory.Files.Write(file, "x"u8));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AMountWithMountsBelowOrOnTopIsBusy(string name)
    {
        IKernel kernel = Open(name);
        using var directory = new RemoteDirectory(kernel);
        using var alias = new RemoteDirectory(kernel, "-alias");
        using var lower = new MountScope(kernel, Mount.Tmpfs(directory.Path, []));
        using (KernelDescriptor root = directory.Files.OpenHostDirectory(directory.Path))
        {
            directory.Files.MakeDirectory(root, "below", 0x1C0);
        }

        using (new MountScope(kernel, Mount.Tmpfs(directory.Path + "/below", [])))
        {
            AssertFails(ErrorCode.EBUSY, () => Unmount.Invoke(kernel, lower.Status.Id, isForced: false));
        }

        using (new MountScope(kernel, Mount.Nullfs(directory.Path, alias.Path)))
        {
            AssertFails(ErrorCode.EBUSY, () => Unmount.Invoke(kernel, lower.Status.Id, isForced: false));
        }

        using var upper = new MountScope(kernel, Mount.Tmpfs(directory.Path, []));
        Assert.Equal(upper.Status.Id, Statfs.Invoke(kernel, directory.Path).Id);
        AssertFails(ErrorCode.EBUSY, () => Unmount.Invoke(kernel, lower.Status.Id, isForced: false));
        AssertFails(ErrorCode.EBUSY, () => Nmount.Invoke(kernel, Mount.Tmpfs(directory.Path, [], MountFlags.NoCover)));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void FlagsOfAMountAreChanged(string name)
    {
        IKernel kernel = Open(name);
        using var directory = new RemoteDirectory(kernel);
        using var mount = new MountScope(kernel, Mount.Tmpfs(directory.Path, []));
        Nmount.Invoke(kernel, Mount.Tmpfs(directory.Path, [], MountFlags.Update | MountFlags.ReadOnly));
        Assert.True(Statfs.Invoke(kernel, directory.Path).Flags.HasFlag(MountFlags.ReadOnly));
        Nmount.Invoke(kernel, Mount.Tmpfs(directory.Path, [MountOption.Flag("rw")], MountFlags.Update));
        Assert.False(Statfs.Invoke(kernel, directory.Path).Flags.HasFlag(MountFlags.ReadOnly));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AnOccupiedDirectoryIsRefusedWhereItMustBeEmpty(string name)
    {
        IKernel kernel = Open(name);
        using var directory = new RemoteDirectory(kernel);
        WriteFile(directory, "file", "");
        AssertFails(ErrorCode.ENOTEMPTY, () => Nmount.Invoke(kernel, Mount.Tmpfs(directory.Path, [], MountFlags.EmptyDirectory)));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void KernelFileSystemsAreMounted(string name)
    {
        IKernel kernel = Open(name);
        using var directory = new RemoteDirectory(kernel);
        foreach (Mount mount in (Mount[])
            [Mount.Devfs(directory.Path, 0), Mount.Fdescfs(directory.Path, isForLinux: true), Mount.Fdescfs(directory.Path, isForLinux: false), Mount.Procfs(directory.Path)])
        {
            using var scope = new MountScope(kernel, mount);
            Assert.Equal((mount.FileSystem, directory.Path), (scope.Status.FileSystem, scope.Status.Destination));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AUnionTakesWhatIsWritten(string name)
    {
        IKernel kernel = Open(name);
        using var upper = new RemoteDirectory(kernel, "-upper");
        using var lower = new RemoteDirectory(kernel, "-lower");
        WriteFile(lower, "below", "below");
        using (var mount = new MountScope(kernel, Mount.Unionfs(upper.Path, lower.Path, [])))
        {
            Assert.Equal(("unionfs", "<above>:" + upper.Path), (mount.Status.FileSystem, mount.Status.Source));
            using KernelDescriptor root = lower.Files.OpenHostDirectory(lower.Path);
            Assert.NotNull(lower.Files.GetStatus(root, "below"));
            using KernelDescriptor file = lower.Files.Open(root, "above", FileOpenFlags.WriteOnly | FileOpenFlags.Create, 0x180);
            lower.Files.Write(file, "above"u8);
        }

        Assert.Equal("above", ReadFile(upper, "above"));
        Assert.Null(lower.Files.GetStatus(lower.Descriptor, "above"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheRootFileSystemStays(string name)
    {
        IKernel kernel = Open(name);
        Assert.False(Unmount.Invoke(kernel, "/", isForced: false));
        Assert.False(Unmount.Invoke(kernel, "/nonexistent", isForced: false));
    }

    private static void WriteFile(RemoteDirectory directory, string name, string content)
    {
        using KernelDescriptor file = directory.Files.Open(directory.Descriptor, name, FileOpenFlags.WriteOnly | FileOpenFlags.Create, 0x180);
        if (content.Length > 0)
        {
            directory.Files.Write(file, System.Text.Encoding.UTF8.GetBytes(content));
        }
    }

    private static string ReadFile(RemoteDirectory directory, string name) => System.Text.Encoding.UTF8.GetString(directory.Read(name));

    private static void AssertFails(ErrorCode code, Action action) => Assert.Equal(code, Assert.Throws<NativeException>(action).Code);

    private static void AssertRefused(IKernel kernel, ErrorCode code, string? message, Mount mount)
    {
        NativeException error = Assert.Throws<NativeException>(() => Nmount.Invoke(kernel, mount));
        Assert.Equal((code, message), (error.Code, error.KernelMessage));
        Assert.Equal(("nmount", $"{mount.FileSystem} on {mount.Destination}"), (error.Call, error.Subject));
    }
}
