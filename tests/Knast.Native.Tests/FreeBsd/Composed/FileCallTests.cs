using Knast.Native.Files;
using Knast.Native.FreeBsd.Files;

namespace Knast.Native.Tests.FreeBsd.Composed;

/// <summary>The bytes of the calls on files.</summary>
public sealed class FileCallTests
{
    [Fact]
    public void AFileIsOpenedCloseOnExec() => Assert.Equal(
        """
        openat 499 (5, >0, 1049346, 420)
        0 In 11: "etc/passwd"
        """,
        CallBytes.Of(Openat.Compose(FreeBsdTargets.V15Amd64, 5, "etc/passwd", OpenFlags.ReadWrite | OpenFlags.Create | OpenFlags.NoFollow, 0x1A4)));

    [Fact]
    public void ANameIsBytes() => Assert.Equal(
        """
        mkdirat 496 (5, >0, 448)
        0 In 3: fffe00
        """,
        CallBytes.Of(Mkdirat.Compose(FreeBsdTargets.V15Amd64, 5, (ReadOnlySpan<byte>)[0xFF, 0xFE], 0x1C0)));

    [Fact]
    public void ADirectoryIsRemoved() => Assert.Equal(
        """
        unlinkat 503 (5, >0, 2048)
        0 In 2: "a"
        """,
        CallBytes.Of(Unlinkat.Compose(FreeBsdTargets.V15Amd64, 5, "a", isDirectory: true)));

    [Fact]
    public void AFileIsRemoved() => Assert.Equal(
        """
        unlinkat 503 (5, >0, 0)
        0 In 2: "a"
        """,
        CallBytes.Of(Unlinkat.Compose(FreeBsdTargets.V15Amd64, 5, "a", isDirectory: false)));

    [Fact]
    public void ADeviceHasANumber() => Assert.Equal(
        """
        mknodat 559 (5, >0, 8630, 259)
        0 In 5: "null"
        """,
        CallBytes.Of(Mknodat.Compose(FreeBsdTargets.V15Amd64, 5, "null", 0x21B6, DeviceNumbers.Encode(new DeviceNumber(1, 3)))));

    [Fact]
    public void ALinkItselfIsGivenAway() => Assert.Equal(
        """
        fchownat 491 (5, >0, 7, 8, 512)
        0 In 5: "link"
        """,
        CallBytes.Of(Fchownat.Compose(FreeBsdTargets.V15Amd64, 5, "link", 7, 8)));

    [Fact]
    public void ALinkItselfGetsAMode() => Assert.Equal(
        """
        fchmodat 490 (5, >0, 3565, 512)
        0 In 5: "link"
        """,
        CallBytes.Of(Fchmodat.Compose(FreeBsdTargets.V15Amd64, 5, "link", 0xDED)));

    [Fact]
    public void AFileGetsFlags() => Assert.Equal(
        """
        chflagsat 540 (5, >0, 131072, 512)
        0 In 2: "a"
        """,
        CallBytes.Of(Chflagsat.Compose(FreeBsdTargets.V15Amd64, 5, "a", 0x20000)));

    [Fact]
    public void ATimeMayBeLeft() => Assert.Equal(
        """
        utimensat 547 (5, >0, >1, 512)
        0 In 2: "a"
        1 In 32: 0 feffffffffffffff f9ffffffffffffff 0800000000000000
        """,
        CallBytes.Of(Utimensat.Compose(FreeBsdTargets.V15Amd64, 5, "a", null, new FileTime(-7, 8))));

    [Fact]
    public void AnOpenFileGetsTimes() => Assert.Equal(
        """
        futimens 546 (5, >0)
        0 In 32: 0100000000000000 0200000000000000 0300000000000000 0400000000000000
        """,
        CallBytes.Of(Futimens.Compose(FreeBsdTargets.V15Amd64, 5, new FileTime(1, 2), new FileTime(3, 4))));

    [Fact]
    public void ALinkIsNotFollowedWhenAsked() => Assert.Equal(
        """
        fstatat 552 (5, >0, >1, 512)
        0 In 5: "link"
        1 Out 224: ..
        """,
        CallBytes.Of(Fstatat.Compose(FreeBsdTargets.V15Amd64, 5, "link")));

    [Fact]
    public void AccessIsAskedForAsTheEffectiveUser() => Assert.Equal(
        """
        faccessat 489 (-100, >0, 1, 256)
        0 In 8: "/bin/sh"
        """,
        CallBytes.Of(Faccessat.Compose(FreeBsdTargets.V15Amd64, Openat.CurrentDirectory, "/bin/sh", AccessModes.Execute)));

    [Fact]
    public void FilesAreCopiedFromWhereTheyAre() => Assert.Equal(
        """copy_file_range 569 (5, 0, 6, 0, 4096, 0)""",
        CallBytes.Of(CopyFileRange.Compose(FreeBsdTargets.V15Amd64, 5, 6, 4096)));

    [Fact]
    public void AnAttributeIsSet() => Assert.Equal(
        """
        extattr_set_fd 371 (5, 1, >0, >1, 3)
        0 In 5: "note"
        1 In 3: 00ff01
        """,
        CallBytes.Of(ExtattrSetFd.Compose(FreeBsdTargets.V15Amd64, 5, ExtattrNamespace.User, "note", [0, 255, 1])));

    [Fact]
    public void AnAttributeIsRead() => Assert.Equal(
        """
        extattr_get_fd 372 (5, 2, >0, >1, 16)
        0 In 5: "note"
        1 Out 16: ..
        """,
        CallBytes.Of(ExtattrGetFd.Compose(FreeBsdTargets.V15Amd64, 5, ExtattrNamespace.System, "note", 16)));

    [Fact]
    public void AttributesAreListed() => Assert.Equal(
        """
        extattr_list_fd 437 (5, 1, 0, 0)
        0 Out 0:
        """,
        CallBytes.Of(ExtattrListFd.Compose(FreeBsdTargets.V15Amd64, 5, ExtattrNamespace.User, 0)));

    [Fact]
    public void ALockNeverWaits() => Assert.Equal(
        """flock 131 (5, 6)""",
        CallBytes.Of(Flock.Compose(FreeBsdTargets.V15Amd64, 5, FlockOperation.Exclusive)));

    [Fact]
    public void ALockIsGivenBack() => Assert.Equal(
        """flock 131 (5, 8)""",
        CallBytes.Of(Flock.Compose(FreeBsdTargets.V15Amd64, 5, FlockOperation.Unlock)));
}
