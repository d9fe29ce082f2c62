using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Jails;

namespace Knast.Simulation.Sysctls;

/// <summary>Sysctls about the kernel and the machine.</summary>
internal static class KernelSysctls
{
    private const long MemorySize = 2L << 30;
    private const int PageSize = 4096;

    public static void Register(SysctlTable table)
    {
        SimulatedRelease release = table.Machine.Release;
        table.AddText("kern.ostype", static _ => "FreeBSD", number: 1);
        table.AddText("kern.osrelease", static call => call.Process.Jail.OsRelease, number: 2);
        table.AddInt32("kern.osrevision", static _ => 199506, number: 3);
        table.AddText("kern.version", _ => $"FreeBSD {release.OsRelease} SIMULATED\n", number: 4);
        table.AddInt32("kern.maxproc", static _ => 12000, number: 6);
        table.AddText("kern.hostname", static call => call.Process.Jail.Host.Hostname, SetHostname, number: 10, isJailWritable: true);
        table.AddText("kern.domainname", static call => call.Process.Jail.Host.Domainname, number: 22);
        table.AddInt32("kern.osreldate", static call => call.Process.Jail.OsReldate, number: 24);
        table.AddInt32("kern.maxfiles", static _ => 65536, number: 7);
        table.AddText("kern.hostuuid", static call => call.Process.Jail.Host.Uuid, number: 36);
        table.Add("kern.boottime", static (name, oid) => new SysctlEntry(oid, name)
        {
            Flags = SysctlEntry.Readable | SysctlEntry.Opaque,
            Format = "S,timeval",
            Read = static (call, _) => BootTime(call),
        }, 21);
        table.AddInt32("kern.securelevel", static call => call.Process.Jail.SecureLevel, number: 9);
        table.AddInt32("kern.racct.enable", static call => call.Machine.Options.CountsResources ? 1 : 0);
        table.AddInt32("kern.features.vimage", static _ => 1);
        table.AddInt32("kern.features.racct", static _ => 1);
        table.AddInt32("kern.features.rctl", static _ => 1);
        table.AddInt32("kern.chroot_allow_open_directories", 1);
        table.AddInt32("kern.signosys", 1);
        table.AddText("hw.machine", static _ => Architecture(), number: 1);
        table.AddText("hw.machine_arch", static _ => Architecture(), number: 11);
        table.AddText("hw.model", static _ => "Simulated", number: 2);
        table.AddInt32("hw.ncpu", static _ => SimulatedMachine.ProcessorCount, number: 3);
        table.AddInt32("hw.pagesize", static _ => PageSize, number: 7);
        table.Add("hw.physmem", static (name, oid) => new SysctlEntry(oid, name)
        {
            Flags = SysctlEntry.Readable | SysctlEntry.ULong,
            Format = "LU",
            Read = static (_, _) => BitConverter.GetBytes(MemorySize),
        }, 5);
        table.AddInt32("vfs.usermount", 0);
        table.AddInt32("security.bsd.see_other_uids", 1);
        table.AddInt32("security.bsd.suser_enabled", 1);
    }

    private static string Architecture() => KernelTarget.LocalArchitecture == KernelArchitecture.Amd64 ? "amd64" : "arm64";

    private static void SetHostname(CallContext call, string name)
    {
        Jail jail = call.Process.Jail;
        KernelError.Unless(jail.IsRoot || jail.Allows("set_hostname"), ErrorCode.EPERM);
        KernelError.Unless(name.Length < 256, ErrorCode.EINVAL);
        while (!jail.HasHost)
        {
            jail = jail.Parent!;
        }

        jail.Host.Hostname = name;
        jail.PassHostOn();
    }

    private static byte[] BootTime(CallContext call)
    {
        byte[] time = new byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(time, call.Machine.BootTime.ToUnixTimeSeconds());
        return time;
    }
}
