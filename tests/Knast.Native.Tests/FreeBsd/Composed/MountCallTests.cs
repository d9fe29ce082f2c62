using Knast.Native.FreeBsd.Mounts;

namespace Knast.Native.Tests.FreeBsd.Composed;

/// <summary>The bytes of nmount(2), unmount(2) and getfsstat(2).</summary>
public sealed class MountCallTests
{
    [Fact]
    public void NullfsShowsADirectory() => Assert.Equal(
        """
        nmount 378 (>0, 12, 0)
        0 In 192: >1 0700000000000000 >2 0700000000000000 >3 0700000000000000 >4 0300000000000000 >5 0500000000000000 >6 0300000000000000 >7 0300000000000000 2*0 >9 0700000000000000 2*0 >11 0700000000000000 >12 0001000000000000
        1 In 7: "fstype"
        2 In 7: 6e756c6c667300
        3 In 7: "fspath"
        4 In 3: 2f6200
        5 In 5: "from"
        6 In 3: 2f6100
        7 In 3: "ro"
        8 In 0:
        9 In 7: "nosuid"
        10 In 0:
        11 In 7: "errmsg"
        12 InOut 256: ..
        """,
        CallBytes.Of(Nmount.Compose(FreeBsdTargets.V15Amd64, Mount.Nullfs("/a", "/b", MountFlags.ReadOnly | MountFlags.NoSetUserId))));

    [Fact]
    public void TmpfsTakesSizeAndMode() => Assert.Equal(
        """
        nmount 378 (>0, 14, 0)
        0 In 224: >1 0700000000000000 >2 0600000000000000 >3 0700000000000000 >4 0200000000000000 >5 0500000000000000 >6 0600000000000000 >7 0500000000000000 >8 0400000000000000 >9 0500000000000000 >10 0500000000000000 >11 0700000000000000 2*0 >13 0700000000000000 >14 0001000000000000
        1 In 7: "fstype"
        2 In 6: 746d70667300
        3 In 7: "fspath"
        4 In 2: 2e00
        5 In 5: "from"
        6 In 6: 746d70667300
        7 In 5: "size"
        8 In 4: 36346d00
        9 In 5: "mode"
        10 In 5: 3137373700
        11 In 7: "noexec"
        12 In 0:
        13 In 7: "errmsg"
        14 InOut 256: ..
        """,
        CallBytes.Of(Nmount.Compose(FreeBsdTargets.V13Amd64, Mount.Tmpfs(".", [MountOption.Parse("size=64m"), MountOption.Parse("mode=1777")], MountFlags.NoExecute))));

    [Fact]
    public void DevfsTakesARuleset() => Assert.Equal(
        """
        nmount 378 (>0, 10, 0)
        0 In 160: >1 0700000000000000 >2 0600000000000000 >3 0700000000000000 >4 0400000000000000 >5 0500000000000000 >6 0600000000000000 >7 0800000000000000 >8 0200000000000000 >9 0700000000000000 >10 0001000000000000
        1 In 7: "fstype"
        2 In 6: 646576667300
        3 In 7: "fspath"
        4 In 4: 64657600
        5 In 5: "from"
        6 In 6: 646576667300
        7 In 8: "ruleset"
        8 In 2: 3400
        9 In 7: "errmsg"
        10 InOut 256: ..
        """,
        CallBytes.Of(Nmount.Compose(FreeBsdTargets.V15Amd64, Mount.Devfs("dev", 4))));

    [Fact]
    public void FdescfsShowsLinksToLinux() => Assert.Equal(
        """
        nmount 378 (>0, 10, 0)
        0 In 160: >1 0700000000000000 >2 0800000000000000 >3 0700000000000000 >4 0700000000000000 >5 0500000000000000 >6 0800000000000000 >7 0900000000000000 2*0 >9 0700000000000000 >10 0001000000000000
        1 In 7: "fstype"
        2 In 8: 6664657363667300
        3 In 7: "fspath"
        4 In 7: 6465762f666400
        5 In 5: "from"
        6 In 8: 6664657363667300
        7 In 9: "linrdlnk"
        8 In 0:
        9 In 7: "errmsg"
        10 InOut 256: ..
        """,
        CallBytes.Of(Nmount.Compose(FreeBsdTargets.V15Amd64, Mount.Fdescfs("dev/fd", isForLinux: true))));

    [Fact]
    public void LinprocfsHasItsNameAsSource() => Assert.Equal(
        """
        nmount 378 (>0, 8, 0)
        0 In 128: >1 0700000000000000 >2 0a00000000000000 >3 0700000000000000 >4 0500000000000000 >5 0500000000000000 >6 0a00000000000000 >7 0700000000000000 >8 0001000000000000
        1 In 7: "fstype"
        2 In 10: 6c696e70726f6366 7300
        3 In 7: "fspath"
        4 In 5: 70726f6300
        5 In 5: "from"
        6 In 10: 6c696e70726f6366 7300
        7 In 7: "errmsg"
        8 InOut 256: ..
        """,
        CallBytes.Of(Nmount.Compose(FreeBsdTargets.V15Amd64, Mount.Linprocfs("proc"))));

    [Fact]
    public void UnionfsLiesOverADirectory() => Assert.Equal(
        """
        nmount 378 (>0, 10, 0)
        0 In 160: >1 0700000000000000 >2 0800000000000000 >3 0700000000000000 >4 0500000000000000 >5 0500000000000000 >6 0400000000000000 >7 0600000000000000 2*0 >9 0700000000000000 >10 0001000000000000
        1 In 7: "fstype"
        2 In 8: 756e696f6e667300
        3 In 7: "fspath"
        4 In 5: 2f6c6f7700
        5 In 5: "from"
        6 In 4: 2f757000
        7 In 6: "below"
        8 In 0:
        9 In 7: "errmsg"
        10 InOut 256: ..
        """,
        CallBytes.Of(Nmount.Compose(FreeBsdTargets.V15Amd64, Mount.Unionfs("/up", "/low", [MountOption.Flag("below")]))));

    [Fact]
    public void ZfsIsADataset() => Assert.Equal(
        """
        nmount 378 (>0, 10, 0)
        0 In 160: >1 0700000000000000 >2 0400000000000000 >3 0700000000000000 >4 0300000000000000 >5 0500000000000000 >6 0900000000000000 >7 0800000000000000 2*0 >9 0700000000000000 >10 0001000000000000
        1 In 7: "fstype"
        2 In 4: 7a667300
        3 In 7: "fspath"
        4 In 3: 2f6200
        5 In 5: "from"
        6 In 9: 74616e6b2f776562 ..
        7 In 8: "noatime"
        8 In 0:
        9 In 7: "errmsg"
        10 InOut 256: ..
        """,
        CallBytes.Of(Nmount.Compose(FreeBsdTargets.V15Amd64, Mount.Zfs("tank/web", "/b", MountFlags.NoAccessTime))));

    [Fact]
    public void AMountIsChangedByItsPlace() => Assert.Equal(
        """
        nmount 378 (>0, 10, 0)
        0 In 160: >1 0700000000000000 >2 0600000000000000 >3 0700000000000000 >4 0300000000000000 >5 0300000000000000 2*0 >7 0700000000000000 2*0 >9 0700000000000000 >10 0001000000000000
        1 In 7: "fstype"
        2 In 6: 746d70667300
        3 In 7: "fspath"
        4 In 3: 2f6200
        5 In 3: "rw"
        6 In 0:
        7 In 7: "update"
        8 In 0:
        9 In 7: "errmsg"
        10 InOut 256: ..
        """,
        CallBytes.Of(Nmount.Compose(FreeBsdTargets.V15Amd64, new Mount("tmpfs", "/b", [MountOption.Flag("rw")], MountFlags.Update))));

    [Fact]
    public void FlagsBeyondThirtyTwoBitsAreOptions() => Assert.Equal(
        """
        nmount 378 (>0, 10, 8388608)
        0 In 160: >1 0700000000000000 >2 0600000000000000 >3 0700000000000000 >4 0300000000000000 >5 0800000000000000 2*0 >7 0900000000000000 2*0 >9 0700000000000000 >10 0001000000000000
        1 In 7: "fstype"
        2 In 6: 746d70667300
        3 In 7: "fspath"
        4 In 3: 2f6200
        5 In 8: "nocover"
        6 In 0:
        7 In 9: "emptydir"
        8 In 0:
        9 In 7: "errmsg"
        10 InOut 256: ..
        """,
        CallBytes.Of(Nmount.Compose(FreeBsdTargets.V15Amd64, new Mount("tmpfs", "/b", [], MountFlags.NoCover | MountFlags.EmptyDirectory | MountFlags.Ignore))));

    [Fact]
    public void APathIsUnmountedByForce() => Assert.Equal(
        """
        unmount 22 (>0, 524288)
        0 In 3: "/b"
        """,
        CallBytes.Of(Unmount.Compose(FreeBsdTargets.V15Amd64, "/b", isForced: true)));

    [Fact]
    public void AMountIsUnmountedByItsId() => Assert.Equal(
        """
        unmount 22 (>0, 134217728)
        0 In 12: "FSID:-5:135"
        """,
        CallBytes.Of(Unmount.Compose(FreeBsdTargets.V15Amd64, new FileSystemId(-5, 135), isForced: false)));

    [Fact]
    public void MountsAreListedWithoutAskingServers() => Assert.Equal(
        """
        getfsstat 557 (>0, 4688, 2)
        0 Out 4688: ..
        """,
        CallBytes.Of(Getfsstat.Compose(FreeBsdTargets.V15Amd64, 2)));
}
