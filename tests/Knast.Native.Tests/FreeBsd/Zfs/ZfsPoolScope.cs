using Knast.Native.FreeBsd.Files;
using Knast.Native.FreeBsd.Modules;
using Knast.Native.FreeBsd.Zfs;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Zfs;

/// <summary>A pool of one test, on a disk in memory.</summary>
internal sealed class ZfsPoolScope : IDisposable
{
    private const int PoolCreate = 0;
    private const int PoolDestroy = 1;
    private const long MemoryDiskAttach = 0xC1C06D00;
    private const long MemoryDiskDetach = 0xC1C06D01;
    private const long DiskBytes = 128 << 20;
    private const int SectorBytes = 512;
    private const int AutomaticUnit = 4;
    private const int Compressed = 0x10;
    private const int DiskStructure = 448;

    private readonly IKernel _kernel;
    private readonly KernelDescriptor _disks;
    private readonly int _unit;

    private ZfsPoolScope(IKernel kernel)
    {
        _kernel = kernel;
        Device = ZfsDevice.Open(kernel);
        _disks = Openat.Invoke(kernel, Openat.CurrentDirectory, "/dev/mdctl", OpenFlags.ReadWrite);
        _unit = Attach();
        var root = new ZfsList
        {
            { "type", "root" },
            { "children", new ZfsList[] { new() { { "type", "disk" }, { "path", $"/dev/md{_unit}" }, { "is_log", 0UL } } } },
        };
        using SystemCall call = ZfsRequest.Compose(kernel.Target, PoolCreate, Device, "ZFS_IOC_POOL_CREATE", Name, null);
        ZfsRequest.AddList(call, ZfsCmdLayout.Configuration, ZfsCmdLayout.ConfigurationSize, root);
        kernel.Require(call);
    }

    public static string Name => "knasttank";

    public KernelDescriptor Device { get; }

    /// <summary>Makes one; skips the test where the kernel has no ZFS to load.</summary>
    public static ZfsPoolScope Create(IKernel kernel)
    {
        foreach (string module in (string[])["xdr", "opensolaris", "zfs"])
        {
            using SystemCall load = Kldload.Compose(kernel.Target, module);
            SystemCallResult result = kernel.Invoke(load);
            Assert.SkipWhen(
                result.Failed && ErrorCodes.FromErrno(KernelSystem.FreeBsd, result.Errno) != ErrorCode.EEXIST, $"This kernel does not load {module}.");
        }

        return new ZfsPoolScope(kernel);
    }

    public void Dispose()
    {
        using (SystemCall call = ZfsRequest.Compose(_kernel.Target, PoolDestroy, Device, "ZFS_IOC_POOL_DESTROY", Name, null))
        {
            _kernel.Require(call);
        }

        using (SystemCall call = MemoryDisk(MemoryDiskDetach, _unit, 0, 0, 0))
        {
            _kernel.Require(call);
        }

        _disks.Dispose();
        Device.Dispose();
    }

    private int Attach()
    {
        using SystemCall call = MemoryDisk(MemoryDiskAttach, 0, DiskBytes, SectorBytes, AutomaticUnit | Compressed);
        _kernel.Require(call);
        return BitConverter.ToInt32(call.Bytes(new BlockReference(0))[4..]);
    }

    private SystemCall MemoryDisk(long request, int unit, long bytes, int sector, int options)
    {
        SystemCall call = SystemCall.Rent(54, "ioctl").Argument(_disks).Argument(request);
        call.Subject = "memory disk";
        BlockReference disk = call.AddBlock(DiskStructure, BlockDirection.InOut);
        call.Write(disk, 4, 4, unit);
        call.Write(disk, 24, 8, bytes);
        call.Write(disk, 32, 4, sector);
        call.Write(disk, 36, 4, options);
        return call.Argument(disk);
    }
}
