using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Native.Tests.Agent;
using Knast.Native.Tests.FreeBsd.Answers;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Paths below a directory that stands for the root.</summary>
public sealed class RootWalkFacadeTests : FreeBsdFacadeSuite
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void LinksAreFollowedWithinTheRoot(string name)
    {
        using var directory = new RemoteDirectory(Open(name));
        FileCalls files = directory.Files;
        Make(directory, "a");
        Make(directory, "a/b");
        MakeFile(directory, "a/b/file");
        files.MakeSymbolicLink(directory.Descriptor, "absolute", "/a/b");
        files.MakeSymbolicLink(directory.Descriptor, "a/up", "../../../../a/./b//");
        files.MakeSymbolicLink(directory.Descriptor, "a/b/link", "file");
        ulong expected = Inode(directory, "a/b/file");
        foreach (string path in (string[])
            ["a/b/file", "/a/b/file", "absolute/file", "a/up/file", "a/up/link", "a/../a/up/../b/link", "./a//b/./file", "../../a/b/file", "absolute/../up/link"])
        {
            Assert.Equal((path, expected), (path, Inode(directory, path)));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheRootItselfIsOpenedByWhatMeansIt(string name)
    {
        using var directory = new RemoteDirectory(Open(name));
        Make(directory, "a");
        directory.Files.MakeSymbolicLink(directory.Descriptor, "root", "/");
        ulong expected = directory.Files.GetStatus(directory.Descriptor).Inode;
        foreach (string path in (string[])["/", ".", "..", "a/..", "a/../../..", "root", "root/", "a/../root/."])
        {
            Assert.Equal((path, expected), (path, Inode(directory, path)));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatLeadsNowhereIsRefused(string name)
    {
        using var directory = new RemoteDirectory(Open(name));
        FileCalls files = directory.Files;
        Make(directory, "a");
        MakeFile(directory, "file");
        files.MakeSymbolicLink(directory.Descriptor, "loop", "loop");
        files.MakeSymbolicLink(directory.Descriptor, "ping", "a/pong");
        files.MakeSymbolicLink(directory.Descriptor, "a/pong", "../ping");
        files.MakeSymbolicLink(directory.Descriptor, "dangling", "nowhere");
        files.MakeSymbolicLink(directory.Descriptor, "to-file", "file");
        AssertFails(directory, ErrorCode.ELOOP, "loop");
        AssertFails(directory, ErrorCode.ELOOP, "loop/below");
        AssertFails(directory, ErrorCode.ELOOP, "ping");
        AssertFails(directory, ErrorCode.ENOENT, "dangling");
        AssertFails(directory, ErrorCode.ENOENT, "a/missing/below");
        AssertFails(directory, ErrorCode.ENOENT, "");
        AssertFails(directory, ErrorCode.ENOTDIR, "file/below");
        AssertFails(directory, ErrorCode.ENOTDIR, "file/");
        AssertFails(directory, ErrorCode.ENOTDIR, "to-file/..");
        AssertFails(directory, ErrorCode.ENOTDIR, "file", FileOpenFlags.Directory);
        AssertFails(directory, ErrorCode.ENOTDIR, "to-file", FileOpenFlags.Directory | FileOpenFlags.PathOnly);
        AssertFails(directory, ErrorCode.EMLINK, "to-file", FileOpenFlags.NoFollow);
        AssertFails(directory, ErrorCode.ELOOP, "to-file", FileOpenFlags.NoLinks);
        AssertFails(directory, ErrorCode.ELOOP, "to-file", FileOpenFlags.NoLinks | FileOpenFlags.PathOnly);
        AssertFails(directory, ErrorCode.ENAMETOOLONG, new string('x', 300));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AnAbsoluteLinkNeverMeansTheHosts(string name)
    {
        using var directory = new RemoteDirectory(Open(name));
        directory.Files.MakeSymbolicLink(directory.Descriptor, "conf", "/etc");
        directory.Files.MakeSymbolicLink(directory.Descriptor, "out", "/../../../../../tmp");
        AssertFails(directory, ErrorCode.ENOENT, "conf");
        AssertFails(directory, ErrorCode.ENOENT, "out");
        AssertFails(directory, ErrorCode.ENOENT, "out", FileOpenFlags.PathOnly);
        using (directory.Files.OpenInRoot(directory.Descriptor, "out", FileOpenFlags.WriteOnly | FileOpenFlags.Create, 0x180))
        {
        }

        Assert.Equal(FileType.Regular, directory.Files.GetStatus(directory.Descriptor, "tmp")!.Value.Type);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AFileIsCreatedWhereItsLinkPoints(string name)
    {
        using var directory = new RemoteDirectory(Open(name));
        FileCalls files = directory.Files;
        Make(directory, "a");
        files.MakeSymbolicLink(directory.Descriptor, "link", "/a/made");
        AssertFails(directory, ErrorCode.EEXIST, "link", FileOpenFlags.WriteOnly | FileOpenFlags.Create | FileOpenFlags.Exclusive);
        using (KernelDescriptor file = files.OpenInRoot(directory.Descriptor, "link", FileOpenFlags.WriteOnly | FileOpenFlags.Create, 0x180))
        {
            files.Write(file, "x"u8);
        }

        Assert.Equal(1, files.GetStatus(directory.Descriptor, "a/made")!.Value.Size);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ALinkItselfIsAPlace(string name)
    {
        using var directory = new RemoteDirectory(Open(name));
        directory.Files.MakeSymbolicLink(directory.Descriptor, "link", "nowhere");
        using KernelDescriptor place = directory.Files.OpenInRoot(
            directory.Descriptor, "link", FileOpenFlags.PathOnly | FileOpenFlags.NoFollow);
        Assert.Equal(FileType.SymbolicLink, directory.Files.GetStatus(place).Type);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    [NotRecorded]
    public void ADepthWithoutEndIsRefused(string name)
    {
        using var directory = new RemoteDirectory(Open(name));
        FileCalls files = directory.Files;
        Make(directory, "d");
        files.MakeSymbolicLink(directory.Descriptor, "d/d", "../d/./../d");
        Assert.Equal(Inode(directory, "d"), Inode(directory, "d/d/d/d/d"));
        AssertFails(directory, ErrorCode.ELOOP, string.Join('/', Enumerable.Repeat("d", 50)));
        KernelDescriptor current = files.Open(directory.Descriptor, "d", FileOpenFlags.Directory);
        for (int level = 0; level < 300; level++)
        {
            files.MakeDirectory(current, "e", 0x1C0);
            KernelDescriptor next = files.Open(current, "e", FileOpenFlags.Directory);
            current.Dispose();
            current = next;
        }

        current.Dispose();
        AssertFails(directory, ErrorCode.ENAMETOOLONG, "d/" + string.Join('/', Enumerable.Repeat("e", 300)));
    }

    private static ulong Inode(RemoteDirectory directory, string path)
    {
        using KernelDescriptor place = directory.Files.OpenInRoot(directory.Descriptor, path, FileOpenFlags.PathOnly);
        using KernelDescriptor file = directory.Files.OpenInRoot(directory.Descriptor, path, FileOpenFlags.ReadOnly);
        Assert.Equal(directory.Files.GetStatus(file).Inode, directory.Files.GetStatus(place).Inode);
        return directory.Files.GetStatus(file).Inode;
    }

    private static void AssertFails(RemoteDirectory directory, ErrorCode code, string path, FileOpenFlags flags = FileOpenFlags.ReadOnly)
    {
        NativeException error = Assert.Throws<NativeException>(() => directory.Files.OpenInRoot(directory.Descriptor, path, flags).Dispose());
        Assert.Equal((path, code), (error.Subject, error.Code));
    }

    private static void Make(RemoteDirectory directory, string path) => directory.Files.MakeDirectory(directory.Descriptor, path, 0x1C0);

    private static void MakeFile(RemoteDirectory directory, string path) =>
        directory.Files.Open(directory.Descriptor, path, FileOpenFlags.WriteOnly | FileOpenFlags.Create, 0x180).Dispose();
}
