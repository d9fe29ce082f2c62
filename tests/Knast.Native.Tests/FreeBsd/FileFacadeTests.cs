using System.Text;
using Knast.Native.Files;
using Knast.Native.FreeBsd;
using Knast.Native.Kernel;
using Knast.Native.Tests.Agent;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Files relative to descriptors: what Knast does in a root file system.</summary>
public sealed class FileFacadeTests : FreeBsdFacadeSuite
{
    private const FileOpenFlags NewFile = FileOpenFlags.WriteOnly | FileOpenFlags.Create | FileOpenFlags.Exclusive | FileOpenFlags.NoFollow;

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AFileKeepsWhatItWasGiven(string name)
    {
        using var scratch = new RemoteDirectory(Open(name));
        FileCalls files = scratch.Files;
        using (KernelDescriptor file = files.Open(scratch.Descriptor, "file", NewFile, 0x180))
        {
            files.Write(file, "hello "u8);
            files.Write(file, "world"u8);
            files.WriteAt(file, "W"u8, 6);
            files.SetOwner(file, 1234, 5678);
            files.SetMode(file, 0xDED);
            files.SetTimes(file, null, new FileTime(1234567890, 123456789));
            files.Synchronize(file);
        }

        FileStatus status = files.GetStatus(scratch.Descriptor, "file")!.Value;
        Assert.Equal((FileType.Regular, 0xDEDu, 1234u, 5678u, 11L), (status.Type, status.Mode, status.Owner, status.Group, status.Size));
        Assert.Equal(new FileTime(1234567890, 123456789), status.Modified);
        Assert.Equal("hello World", Encoding.UTF8.GetString(scratch.Read("file")));
        Assert.Equal(ErrorCode.EEXIST, Fails(() => files.Open(scratch.Descriptor, "file", NewFile, 0x180)));
        using KernelDescriptor same = files.Open(scratch.Descriptor, "file", FileOpenFlags.ReadWrite);
        files.SetLength(same, 5);
        Assert.Equal(5, files.GetStatus(same).Size);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void DirectoriesAreListed(string name)
    {
        using var scratch = new RemoteDirectory(Open(name));
        FileCalls files = scratch.Files;
        byte[] raw = [0xFF, 0xFE, (byte)'x'];
        files.MakeDirectory(scratch.Descriptor, raw, 0x1C0);
        files.MakeFifo(scratch.Descriptor, "fifo", 0x180);
        files.MakeSymbolicLink(scratch.Descriptor, "link", "/nowhere/at all");
        for (int number = 0; number < 150; number++)
        {
            files.Open(scratch.Descriptor, $"a-file-with-a-long-name-{number}", NewFile, 0x180).Dispose();
        }

        var found = new Dictionary<string, FileType>();
        using KernelDescriptor again = files.OpenHostDirectory(scratch.Path);
        DirectoryReader reader = files.ReadDirectory(again);
        while (reader.MoveNext())
        {
            found.Add(Convert.ToHexString(reader.Name), reader.Type);
        }

        Assert.Equal(153, found.Count);
        Assert.Equal(FileType.Directory, found[Convert.ToHexString(raw)]);
        Assert.Equal(FileType.Fifo, found[Convert.ToHexString("fifo"u8)]);
        Assert.Equal(FileType.SymbolicLink, found[Convert.ToHexString("link"u8)]);
        Assert.Equal("/nowhere/at all"u8.ToArray(), files.ReadSymbolicLink(scratch.Descriptor, "link"));
        Assert.Equal(ErrorCode.ENOTEMPTY, Fails(() =>
        {
            files.MakeDirectory(scratch.Descriptor, "full", 0x1C0);
            using KernelDescriptor full = files.Open(scratch.Descriptor, "full", FileOpenFlags.Directory);
            files.MakeDirectory(full, "inner", 0x1C0);
            files.RemoveDirectory(scratch.Descriptor, "full");
        }));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void NamesAreLinkedRenamedAndUnlinked(string name)
    {
        using var scratch = new RemoteDirectory(Open(name));
        FileCalls files = scratch.Files;
        KernelDescriptor here = scratch.Descriptor;
        files.Open(here, "file", NewFile, 0x180).Dispose();
        files.Link(here, "file", here, "second");
        Assert.Equal(ErrorCode.EEXIST, Fails(() => files.Link(here, "file", here, "second")));
        Assert.Equal(files.GetStatus(here, "file")!.Value.Inode, files.GetStatus(here, "second")!.Value.Inode);
        files.Rename(here, "second", here, "third");
        Assert.Null(files.GetStatus(here, "second"));
        files.Unlink(here, "third");
        Assert.Equal(ErrorCode.ENOENT, Fails(() => files.Unlink(here, "third")));
        files.MakeDirectory(here, "directory", 0x1C0);
        Assert.NotEqual(ErrorCode.None, Fails(() => files.Unlink(here, "directory")));
        Assert.Equal(ErrorCode.ENOTDIR, Fails(() => files.RemoveDirectory(here, "file")));
        Assert.Equal(ErrorCode.EEXIST, Fails(() => files.MakeDirectory(here, "directory", 0x1C0)));
        Assert.Equal(ErrorCode.ENAMETOOLONG, Fails(() => files.MakeDirectory(here, new string('n', 256), 0x1C0)));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void LinksHaveOwnersAndTimesOfTheirOwn(string name)
    {
        using var scratch = new RemoteDirectory(Open(name));
        FileCalls files = scratch.Files;
        files.MakeSymbolicLink(scratch.Descriptor, "link", "nowhere");
        files.SetOwner(scratch.Descriptor, "link", 7, 8);
        files.SetTimes(scratch.Descriptor, "link", new FileTime(5, 6), new FileTime(70, 8));
        FileStatus link = files.GetStatus(scratch.Descriptor, "link")!.Value;
        Assert.Equal((FileType.SymbolicLink, 7u, 8u, new FileTime(70, 8)), (link.Type, link.Owner, link.Group, link.Modified));
        Assert.NotEqual(ErrorCode.None, Fails(() => files.Open(scratch.Descriptor, "link", FileOpenFlags.ReadOnly | FileOpenFlags.NoFollow)));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void APathInARootNeverLeavesIt(string name)
    {
        using var scratch = new RemoteDirectory(Open(name));
        FileCalls files = scratch.Files;
        KernelDescriptor here = scratch.Descriptor;
        files.MakeSymbolicLink(here, "out", "/");
        files.MakeSymbolicLink(here, "up", "../../../../../../../inside");
        files.MakeDirectory(here, "inside", 0x1C0);
        using (KernelDescriptor inside = files.Open(here, "inside", FileOpenFlags.Directory))
        using (KernelDescriptor file = files.Open(inside, "file", NewFile, 0x180))
        {
            files.Write(file, "inside"u8);
        }

        byte[] buffer = new byte[100];
        foreach (string path in (string[])["/inside/file", "../../inside/file", "out/inside/file", "up/file", "out/up/../up/file"])
        {
            using KernelDescriptor file = files.OpenInRoot(here, path, FileOpenFlags.ReadOnly);
            Assert.Equal("inside", Encoding.ASCII.GetString(buffer.AsSpan(0, files.Read(file, buffer))));
        }

        Assert.Equal(ErrorCode.ELOOP, Fails(() => files.OpenInRoot(here, "up", FileOpenFlags.PathOnly | FileOpenFlags.NoLinks)));
        Assert.Equal(ErrorCode.ENOENT, Fails(() => files.OpenInRoot(here, "out/bin/sh", FileOpenFlags.ReadOnly)));
        files.MakeSymbolicLink(here, "loop", "loop");
        Assert.Equal(ErrorCode.ELOOP, Fails(() => files.OpenInRoot(here, "loop/x", FileOpenFlags.ReadOnly)));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void FlagsForbidWhatTheySay(string name)
    {
        const uint SystemImmutable = 0x20000;
        using var scratch = new RemoteDirectory(Open(name));
        FileCalls files = scratch.Files;
        Assert.True(files.HasFileFlags);
        files.Open(scratch.Descriptor, "file", NewFile, 0x180).Dispose();
        files.SetFlags(scratch.Descriptor, "file", SystemImmutable);
        Assert.Equal(ErrorCode.EPERM, Fails(() => files.Unlink(scratch.Descriptor, "file")));
        Assert.Equal(ErrorCode.EPERM, Fails(() => files.Open(scratch.Descriptor, "file", FileOpenFlags.WriteOnly)));
        files.SetFlags(scratch.Descriptor, "file", 0);
        files.Unlink(scratch.Descriptor, "file");
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ExtendedAttributesOnTmpfsAreFifteens(string name)
    {
        IKernel kernel = Open(name);
        using var scratch = new RemoteDirectory(kernel);
        FileCalls files = scratch.Files;
        using KernelDescriptor file = files.Open(scratch.Descriptor, "file", NewFile, 0x180);
        if (!FreeBsdVersion.Is15(kernel.Target))
        {
            Assert.Equal(ErrorCode.EOPNOTSUPP, Fails(() => files.SetExtendedAttribute(file, "user.note", [1])));
            return;
        }

        files.SetExtendedAttribute(file, "user.note", [0, 255, 1]);
        files.SetExtendedAttribute(file, "system.note", [2]);
        Assert.Equal([0, 255, 1], files.GetExtendedAttribute(file, "user.note"));
        Assert.Null(files.GetExtendedAttribute(file, "user.other"));
        Assert.Equal(["system.note", "user.note"], files.ListExtendedAttributes(file).Select(Encoding.UTF8.GetString).Order());
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void RangesAreCopied(string name)
    {
        using var scratch = new RemoteDirectory(Open(name));
        FileCalls files = scratch.Files;
        using (KernelDescriptor source = files.Open(scratch.Descriptor, "source", NewFile, 0x180))
        {
            files.Write(source, new byte[100_000]);
            files.WriteAt(source, "end"u8, 99_997);
        }

        using (KernelDescriptor source = files.Open(scratch.Descriptor, "source", FileOpenFlags.ReadOnly))
        using (KernelDescriptor copy = files.Open(scratch.Descriptor, "copy", NewFile, 0x180))
        {
            long done = 0;
            while (done < 100_000)
            {
                long count = files.CopyRange(source, copy, 100_000 - done)!.Value;
                Assert.True(count > 0);
                done += count;
            }
        }

        Assert.Equal(scratch.Read("source"), scratch.Read("copy"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ATreeGoesWithoutItsLinksTargets(string name)
    {
        using var scratch = new RemoteDirectory(Open(name));
        FileCalls files = scratch.Files;
        KernelDescriptor here = scratch.Descriptor;
        files.MakeDirectory(here, "keep", 0x1C0);
        files.MakeDirectory(here, "tree", 0x1C0);
        using (KernelDescriptor tree = files.Open(here, "tree", FileOpenFlags.Directory))
        {
            files.MakeSymbolicLink(tree, "link", "../keep");
            files.MakeDirectory(tree, "inner", 0x1C0);
        }

        files.RemoveTree(here, "tree");
        files.RemoveTree(here, "tree");
        Assert.Null(files.GetStatus(here, "tree"));
        Assert.NotNull(files.GetStatus(here, "keep"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AFileSystemSaysHowFullItIs(string name)
    {
        using var scratch = new RemoteDirectory(Open(name));
        FileSystemStatus status = scratch.Files.GetFileSystem(scratch.Descriptor);
        Assert.InRange(status.AvailableBytes, 1, status.TotalBytes);
        Assert.Equal(255, status.LongestName);
    }

    private static ErrorCode Fails(Action action) => Assert.Throws<NativeException>(action).Code;
}
