using System.Text;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.Files;

/// <summary>The file facades on a kernel that has the files of this machine.</summary>
public abstract class FileCallsSuite : IDisposable
{
    private const FileOpenFlags NewFile = FileOpenFlags.WriteOnly | FileOpenFlags.Create | FileOpenFlags.Exclusive | FileOpenFlags.NoFollow;

    private readonly ScratchDirectory _scratch;

    protected FileCallsSuite(IKernel kernel)
    {
        _scratch = new ScratchDirectory(kernel);
    }

    private FileCalls Files => _scratch.Files;

    private KernelDescriptor Here => _scratch.Descriptor;

    public void Dispose()
    {
        _scratch.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void AFileKeepsWhatItWasGiven()
    {
        using (KernelDescriptor file = Files.Open(Here, "file", NewFile, 0x180))
        {
            Files.Write(file, "hello "u8);
            Files.Write(file, "world"u8);
            Files.SetOwner(file, 1234, 5678);
            Files.SetMode(file, 0xDED);
            Files.SetExtendedAttribute(file, "user.note"u8, [0, 255, 1]);
            Files.SetTimes(file, null, new FileTime(1234567890, 123456789));
        }

        FileStatus status = Files.GetStatus(Here, "file")!.Value;
        Assert.Equal((FileType.Regular, 0xDEDu, 1234u, 5678u, 11L), (status.Type, status.Mode, status.Owner, status.Group, status.Size));
        Assert.Equal(new FileTime(1234567890, 123456789), status.Modified);
        Assert.Equal("hello world", File.ReadAllText(_scratch["file"]));
        Assert.Equal([0, 255, 1], Files.GetExtendedAttribute(Here, "file", "user.note"));
        Assert.Equal("user.note"u8.ToArray(), Assert.Single(Files.ListExtendedAttributes(Here, "file")));
        Assert.Null(Files.GetExtendedAttribute(Here, "file", "user.other"));
    }

    [Fact]
    public void ANameIsBytes()
    {
        byte[] name = [0xFF, 0xFE, (byte)'x'];
        Files.MakeDirectory(Here, name, 0x1C0);
        using KernelDescriptor again = Files.OpenHostDirectory(_scratch.Path);
        DirectoryReader reader = Files.ReadDirectory(again);
        Assert.True(reader.MoveNext());
        Assert.Equal(name, reader.Name.ToArray());
        Assert.Equal(FileType.Directory, reader.Type);
        Assert.False(reader.MoveNext());
        Files.RemoveDirectory(Here, name);
    }

    [Fact]
    public void DevicesFifosAndLinksAreMadeAsTold()
    {
        Files.MakeDevice(Here, "device", FileType.CharacterDevice, 0x1B6, new DeviceNumber(10, 300));
        Files.MakeFifo(Here, "fifo", 0x180);
        Files.MakeSymbolicLink(Here, "link", "/nowhere/at all");
        Files.SetOwner(Here, "link", 7, 8);
        Files.SetTimes(Here, "link", new FileTime(5, 6), new FileTime(-7, 8));

        Assert.Equal(new DeviceNumber(10, 300), Files.GetStatus(Here, "device")!.Value.Device);
        Assert.Equal(FileType.Fifo, Files.GetStatus(Here, "fifo")!.Value.Type);
        FileStatus link = Files.GetStatus(Here, "link")!.Value;
        Assert.Equal((FileType.SymbolicLink, 7u, 8u, new FileTime(-7, 8)), (link.Type, link.Owner, link.Group, link.Modified));
        Assert.Equal("/nowhere/at all"u8.ToArray(), Files.ReadSymbolicLink(Here, "link"));
    }

    [Fact]
    public void ADeviceNumberThatDoesNotFitIsRefused()
    {
        NativeException error = Assert.Throws<NativeException>(
            () => Files.MakeDevice(Here, "device", FileType.BlockDevice, 0x180, new DeviceNumber(4096, 0)));
        Assert.Equal(ErrorCode.EINVAL, error.Code);
        Assert.Contains("4096:0", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/absolute/../../../../etc/passwd")]
    [InlineData("../../../../../../etc/passwd")]
    [InlineData("out/etc/passwd")]
    [InlineData("up/passwd")]
    public void APathInARootNeverLeavesIt(string path)
    {
        Files.MakeSymbolicLink(Here, "out", "/");
        Files.MakeSymbolicLink(Here, "up", "../../../../../../../etc");
        Files.MakeDirectory(Here, "absolute", 0x1C0);
        Assert.Equal(ErrorCode.ENOENT, Assert.Throws<NativeException>(() => Files.OpenInRoot(Here, path, FileOpenFlags.ReadOnly)).Code);

        Files.MakeDirectory(Here, "etc", 0x1C0);
        File.WriteAllText(_scratch["etc/passwd"], "inside");
        using KernelDescriptor file = Files.OpenInRoot(Here, path, FileOpenFlags.ReadOnly);
        Span<byte> buffer = stackalloc byte[100];
        Assert.Equal("inside", Encoding.ASCII.GetString(buffer[..Files.Read(file, buffer)]));
    }

    [Fact]
    public void ALinkIsRefusedWhereNoneIsWanted()
    {
        Files.MakeDirectory(Here, "real", 0x1C0);
        Files.MakeSymbolicLink(Here, "link", "real");
        NativeException error = Assert.Throws<NativeException>(
            () => Files.OpenInRoot(Here, "link", FileOpenFlags.PathOnly | FileOpenFlags.NoLinks));
        Assert.Equal(ErrorCode.ELOOP, error.Code);
    }

    [Fact]
    public void ATreeGoesWithoutItsLinksTargets()
    {
        Files.MakeDirectory(Here, "keep", 0x1C0);
        File.WriteAllText(_scratch["keep/file"], "kept");
        Files.MakeDirectory(Here, "tree", 0x1C0);
        Files.MakeSymbolicLink(Here, "tree/link", "../keep");
        Files.RemoveTree(Here, "tree");
        Files.RemoveTree(Here, "tree");
        Assert.Null(Files.GetStatus(Here, "tree"));
        Assert.Equal("kept", File.ReadAllText(_scratch["keep/file"]));
    }

    [Fact]
    public void ATreeDeeperThanAnyPathGoes()
    {
        const int depth = 5000;
        Files.MakeDirectory(Here, "tree", 0x1C0);
        KernelDescriptor current = Files.Open(Here, "tree", FileOpenFlags.Directory);
        for (int level = 0; level < depth; level++)
        {
            Files.MakeDirectory(current, "d", 0x1C0);
            KernelDescriptor next = Files.Open(current, "d", FileOpenFlags.Directory);
            current.Dispose();
            current = next;
        }

        current.Dispose();
        Files.RemoveTree(Here, "tree");
        Assert.Empty(Directory.GetFileSystemEntries(_scratch.Path));
    }

    [Fact]
    public void FileFlagsAreRefusedOnLinux()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only FreeBSD has file flags.");
        Assert.False(Files.HasFileFlags);
        Assert.Throws<PlatformNotSupportedException>(() => Files.SetFlags(Here, "file", 1));
    }

    [Fact]
    public void AFileSystemSaysHowFullItIs()
    {
        FileSystemStatus status = Files.GetFileSystem(Here);
        Assert.InRange(status.AvailableBytes, 1, status.TotalBytes);
        Assert.Equal(255, status.LongestName);
    }
}
