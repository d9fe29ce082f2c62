using System.Text;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Tests.Support;

/// <summary>A tree with one of everything that a layer can hold.</summary>
internal static class SampleTree
{
    private const FileOpenFlags NewFile = FileOpenFlags.WriteOnly | FileOpenFlags.Create | FileOpenFlags.Exclusive;

    public static void Make(FileCalls files, string path)
    {
        Directory.CreateDirectory(path);
        using KernelDescriptor root = files.OpenHostDirectory(path);
        files.MakeDirectory(root, "bin", 0x1ED);
        files.MakeDirectory(root, "etc", 0x1C0);
        files.MakeDirectory(root, "tmp", 0x1FF);
        files.SetMode(root, "tmp", 0x3FF);
        files.MakeDirectory(root, "sgid", 0x1FF);
        files.SetOwner(root, "sgid", 12, 34);
        files.SetMode(root, "sgid", 0x5ED);
        MakeFile(files, root, "bin/setuid", "#!/bin/sh\n", 0x9ED, 0, 0);
        MakeFile(files, root, "bin/tool", "tool", 0x1ED, 1000, 1001);
        MakeFile(files, root, "etc/empty", "", 0x100, 0, 0);
        MakeFile(files, root, "sgid/file", "x", 0x1A4, 70000, 3000000);
        MakeFile(files, root, "etc/large", new string('a', 700_000), 0x1A4, 0, 0);
        MakeFile(files, root, [.. "etc/not-utf8-"u8, 0xFF, 0xE4], "latin", 0x1A4, 0, 0);
        MakeFile(files, root, Encoding.UTF8.GetBytes("etc/grüße-你好"), "utf8", 0x1A4, 0, 0);
        MakeFile(files, root, Encoding.ASCII.GetBytes("etc/" + new string('n', 200)), "long name", 0x1A4, 0, 0);
        files.Link(root, "bin/tool", root, "bin/other-name");
        files.MakeSymbolicLink(root, "bin/link", "tool");
        files.MakeSymbolicLink(root, "etc/absolute", "/bin/tool");
        files.MakeSymbolicLink(root, "etc/dangling", "../../../../nowhere/" + new string('t', 150));
        files.SetOwner(root, "etc/dangling", 5, 6);
        files.MakeFifo(root, "tmp/fifo", 0x1B6);
        files.MakeDevice(root, "tmp/null", FileType.CharacterDevice, 0x1B6, new DeviceNumber(1, 3));
        files.MakeDevice(root, "tmp/disk", FileType.BlockDevice, 0x1B0, new DeviceNumber(259, 70000));
        files.SetExtendedAttribute(root, "bin/tool", "user.note", [1, 0, 255, 10]);
        files.SetExtendedAttribute(root, "bin/setuid", "security.capability", [1, 0, 0, 2, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        files.SetExtendedAttribute(root, "etc", "trusted.dir", "value"u8);
        SetTimes(files, root);
    }

    private static void SetTimes(FileCalls files, KernelDescriptor root)
    {
        string[] directories = ["bin", "etc", "tmp", "sgid"];
        files.SetTimes(root, "bin/tool", null, new FileTime(1_000_000_000, 123456789));
        files.SetTimes(root, "etc/empty", null, new FileTime(1, 0));
        files.SetTimes(root, "etc/dangling", null, new FileTime(1_234_567_890, 0));
        files.SetTimes(root, "tmp/fifo", null, new FileTime(1_100_000_000, 500000000));
        foreach (string directory in directories)
        {
            files.SetTimes(root, directory, null, new FileTime(1_500_000_000, 42));
        }

        files.SetTimes(root, null, new FileTime(1_600_000_000, 0));
    }

    private static void MakeFile(FileCalls files, KernelDescriptor root, KernelText path, string content, uint mode, uint owner, uint group)
    {
        using KernelDescriptor file = files.Open(root, path, NewFile, 0x180);
        files.Write(file, Encoding.ASCII.GetBytes(content));
        files.SetOwner(file, owner, group);
        files.SetMode(file, mode);
    }

    private static void MakeFile(FileCalls files, KernelDescriptor root, byte[] path, string content, uint mode, uint owner, uint group) =>
        MakeFile(files, root, (ReadOnlySpan<byte>)path, content, mode, owner, group);
}
