using Knast.Native.FreeBsd.Zfs;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Zfs;

/// <summary>File systems, snapshots, clones and properties in a pool.</summary>
public sealed class ZfsFacadeTests : FreeBsdFacadeSuite
{
    private static string Pool => ZfsPoolScope.Name;

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ACloneBeginsAsASnapshot(string name)
    {
        IKernel kernel = Open(name);
        using ZfsPoolScope pool = ZfsPoolScope.Create(kernel);
        ZfsCreate.Invoke(kernel, pool.Device, $"{Pool}/base", new ZfsList { { "mountpoint", "none" }, { "quota", 16UL << 20 } });
        ZfsSnapshot.Invoke(kernel, pool.Device, $"{Pool}/base@v1");
        ZfsClone.Invoke(kernel, pool.Device, $"{Pool}/web", $"{Pool}/base@v1", new ZfsList { { "knast:container", "web" } });
        ZfsDataset clone = ZfsGetDataset.TryInvoke(kernel, pool.Device, $"{Pool}/web")!;
        Assert.Equal(($"{Pool}/web", false, $"{Pool}/base@v1"), (clone.Name, clone.IsSnapshot, clone.Origin));
        Assert.Equal("web", clone.Text("knast:container"));
        ZfsDataset snapshot = ZfsGetDataset.TryInvoke(kernel, pool.Device, $"{Pool}/base@v1")!;
        Assert.Equal((true, 1UL), (snapshot.IsSnapshot, snapshot.CloneCount));
        Assert.NotEqual(clone.Guid, snapshot.Guid);
        ZfsDataset system = ZfsGetDataset.TryInvoke(kernel, pool.Device, $"{Pool}/base")!;
        Assert.Equal((16UL << 20, "none"), (system.Number("quota"), system.Text("mountpoint")));
        Assert.NotEqual(0UL, system.Number("used"));

        Assert.Equal([$"{Pool}/base", $"{Pool}/web"], ZfsListDatasets.Invoke(kernel, pool.Device, Pool)
            .Select(static dataset => dataset.Name).Where(static dataset => !dataset.Contains('$', StringComparison.Ordinal)).Order());
        Assert.Equal([$"{Pool}/base@v1"], ZfsListSnapshots.Invoke(kernel, pool.Device, $"{Pool}/base").Select(static found => found.Name));
        AssertRefused(ErrorCode.EEXIST, $"ZFS_IOC_DESTROY {Pool}/base@v1", () => ZfsDestroy.Invoke(kernel, pool.Device, $"{Pool}/base@v1"));
        ZfsDestroy.Invoke(kernel, pool.Device, $"{Pool}/web");
        ZfsDestroy.Invoke(kernel, pool.Device, $"{Pool}/base@v1");
        ZfsDestroy.Invoke(kernel, pool.Device, $"{Pool}/base");
        Assert.Null(ZfsGetDataset.TryInvoke(kernel, pool.Device, $"{Pool}/base"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void PropertiesAreSetAndInherited(string name)
    {
        IKernel kernel = Open(name);
        using ZfsPoolScope pool = ZfsPoolScope.Create(kernel);
        ZfsCreate.Invoke(kernel, pool.Device, $"{Pool}/a");
        ZfsSetProperties.Invoke(kernel, pool.Device, Pool, new ZfsList { { "knast:owner", "pool" } });
        Assert.Equal(new ZfsProperty("pool", Pool), Get("knast:owner"));
        ZfsSetProperties.Invoke(kernel, pool.Device, $"{Pool}/a", new ZfsList { { "knast:owner", "a" }, { "readonly", 1UL }, { "quota", 32UL << 20 } });
        Assert.Equal(new ZfsProperty("a", $"{Pool}/a"), Get("knast:owner"));
        Assert.Equal(new ZfsProperty(1UL, $"{Pool}/a"), Get("readonly"));
        Assert.Equal(32UL << 20, Get("quota").Value);
        ZfsInheritProperty.Invoke(kernel, pool.Device, $"{Pool}/a", "knast:owner");
        Assert.Equal(new ZfsProperty("pool", Pool), Get("knast:owner"));
        AssertRefused(
            ErrorCode.EINVAL, $"ZFS_IOC_SET_PROP {Pool}/a nosuchproperty",
            () => ZfsSetProperties.Invoke(kernel, pool.Device, $"{Pool}/a", new ZfsList { { "nosuchproperty", 1UL } }));
        ZfsProperty Get(string property) => ZfsGetDataset.TryInvoke(kernel, pool.Device, $"{Pool}/a")!.Properties[property];
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void SnapshotsOfSeveralAreTakenAtOnceOrNotAtAll(string name)
    {
        IKernel kernel = Open(name);
        using ZfsPoolScope pool = ZfsPoolScope.Create(kernel);
        ZfsCreate.Invoke(kernel, pool.Device, $"{Pool}/a");
        ZfsCreate.Invoke(kernel, pool.Device, $"{Pool}/b");
        ZfsSnapshot.Invoke(kernel, pool.Device, $"{Pool}/a@x", $"{Pool}/b@x");
        AssertRefused(
            ErrorCode.EEXIST, $"ZFS_IOC_SNAPSHOT {Pool}/a@y, {Pool}/b@x", () => ZfsSnapshot.Invoke(kernel, pool.Device, $"{Pool}/a@y", $"{Pool}/b@x"));
        Assert.Equal([$"{Pool}/a@x"], ZfsListSnapshots.Invoke(kernel, pool.Device, $"{Pool}/a").Select(static found => found.Name));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatCannotBeIsRefused(string name)
    {
        IKernel kernel = Open(name);
        using ZfsPoolScope pool = ZfsPoolScope.Create(kernel);
        ZfsCreate.Invoke(kernel, pool.Device, $"{Pool}/a");
        ZfsCreate.Invoke(kernel, pool.Device, $"{Pool}/a/b");
        AssertRefused(ErrorCode.EEXIST, $"ZFS_IOC_CREATE {Pool}/a", () => ZfsCreate.Invoke(kernel, pool.Device, $"{Pool}/a"));
        AssertRefused(ErrorCode.ENOENT, $"ZFS_IOC_CREATE {Pool}/x/y", () => ZfsCreate.Invoke(kernel, pool.Device, $"{Pool}/x/y"));
        AssertRefused(ErrorCode.EINVAL, $"ZFS_IOC_CREATE {Pool}/a@b", () => ZfsCreate.Invoke(kernel, pool.Device, $"{Pool}/a@b"));
        AssertRefused(ErrorCode.ENOENT, "ZFS_IOC_CREATE nopool/a", () => ZfsCreate.Invoke(kernel, pool.Device, "nopool/a"));
        AssertRefused(ErrorCode.EEXIST, $"ZFS_IOC_DESTROY {Pool}/a", () => ZfsDestroy.Invoke(kernel, pool.Device, $"{Pool}/a"));
        AssertRefused(ErrorCode.ENOENT, $"ZFS_IOC_DESTROY {Pool}/x", () => ZfsDestroy.Invoke(kernel, pool.Device, $"{Pool}/x"));
        AssertRefused(
            ErrorCode.ENOENT, $"ZFS_IOC_CLONE {Pool}/c of {Pool}/a@none", () => ZfsClone.Invoke(kernel, pool.Device, $"{Pool}/c", $"{Pool}/a@none"));
        ZfsSnapshot.Invoke(kernel, pool.Device, $"{Pool}/a/b@s");
        AssertRefused(ErrorCode.EBUSY, $"ZFS_IOC_DESTROY {Pool}/a/b", () => ZfsDestroy.Invoke(kernel, pool.Device, $"{Pool}/a/b"));
        AssertRefused(
            ErrorCode.EEXIST, $"ZFS_IOC_CLONE {Pool}/a of {Pool}/a/b@s", () => ZfsClone.Invoke(kernel, pool.Device, $"{Pool}/a", $"{Pool}/a/b@s"));
        Assert.Empty(ZfsListDatasets.Invoke(kernel, pool.Device, $"{Pool}/none"));
        Assert.Empty(ZfsListSnapshots.Invoke(kernel, pool.Device, $"{Pool}/none"));
        Assert.Null(ZfsGetDataset.TryInvoke(kernel, pool.Device, $"{Pool}/none"));
    }

    private static void AssertRefused(ErrorCode code, string subject, Action act)
    {
        NativeException error = Assert.Throws<NativeException>(act);
        Assert.Equal((code, "ioctl", subject), (error.Code, error.Call, error.Subject));
    }
}
