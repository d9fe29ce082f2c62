using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd;

/// <summary>
/// Numbers of FreeBSD's system calls (sys/kern/syscalls.master; the same on amd64 and arm64). A kernel kills a process that makes a call it
/// does not know (SIGSYS), so a number that came later is chosen by <c>kern.osreldate</c>, never tried.
/// </summary>
internal static class FreeBsdSystemCall
{
    /// <summary>chdir(2). Only in programs.</summary>
    public static SystemCall Chdir(KernelTarget target) => ForPrograms(target, 12, "chdir");

    /// <summary>chflagsat(2).</summary>
    public static SystemCall Chflagsat(KernelTarget target) => Rent(target, 540, "chflagsat");

    /// <summary>chroot(2). Only in programs.</summary>
    public static SystemCall Chroot(KernelTarget target) => ForPrograms(target, 61, "chroot");

    /// <summary>close(2).</summary>
    public static SystemCall Close(KernelTarget target) => Rent(target, 6, "close");

    /// <summary>close_range(2). Only in programs.</summary>
    public static SystemCall CloseRange(KernelTarget target) => ForPrograms(target, 575, "close_range");

    /// <summary>copy_file_range(2).</summary>
    public static SystemCall CopyFileRange(KernelTarget target) => Rent(target, 569, "copy_file_range");

    /// <summary>cpuset_getaffinity(2).</summary>
    public static SystemCall CpusetGetaffinity(KernelTarget target) => Rent(target, 487, "cpuset_getaffinity");

    /// <summary>cpuset(2).</summary>
    public static SystemCall CpusetGetid(KernelTarget target) => Rent(target, 486, "cpuset_getid");

    /// <summary>cpuset_setaffinity(2).</summary>
    public static SystemCall CpusetSetaffinity(KernelTarget target) => Rent(target, 488, "cpuset_setaffinity");

    /// <summary>dup2(2). Only in programs.</summary>
    public static SystemCall Dup2(KernelTarget target) => ForPrograms(target, 90, "dup2");

    /// <summary>execve(2). Only in programs.</summary>
    public static SystemCall Execve(KernelTarget target) => ForPrograms(target, 59, "execve");

    /// <summary>extattr_delete_fd(2).</summary>
    public static SystemCall ExtattrDeleteFd(KernelTarget target) => Rent(target, 373, "extattr_delete_fd");

    /// <summary>extattr_get_fd(2).</summary>
    public static SystemCall ExtattrGetFd(KernelTarget target) => Rent(target, 372, "extattr_get_fd");

    /// <summary>extattr_list_fd(2).</summary>
    public static SystemCall ExtattrListFd(KernelTarget target) => Rent(target, 437, "extattr_list_fd");

    /// <summary>extattr_set_fd(2).</summary>
    public static SystemCall ExtattrSetFd(KernelTarget target) => Rent(target, 371, "extattr_set_fd");

    /// <summary>faccessat(2).</summary>
    public static SystemCall Faccessat(KernelTarget target) => Rent(target, 489, "faccessat");

    /// <summary>fchdir(2). Only in programs.</summary>
    public static SystemCall Fchdir(KernelTarget target) => ForPrograms(target, 13, "fchdir");

    /// <summary>fchflags(2).</summary>
    public static SystemCall Fchflags(KernelTarget target) => Rent(target, 35, "fchflags");

    /// <summary>fchmod(2).</summary>
    public static SystemCall Fchmod(KernelTarget target) => Rent(target, 124, "fchmod");

    /// <summary>fchmodat(2).</summary>
    public static SystemCall Fchmodat(KernelTarget target) => Rent(target, 490, "fchmodat");

    /// <summary>fchown(2).</summary>
    public static SystemCall Fchown(KernelTarget target) => Rent(target, 123, "fchown");

    /// <summary>fchownat(2).</summary>
    public static SystemCall Fchownat(KernelTarget target) => Rent(target, 491, "fchownat");

    /// <summary>fcntl(2).</summary>
    public static SystemCall Fcntl(KernelTarget target) => Rent(target, 92, "fcntl");

    /// <summary>flock(2).</summary>
    public static SystemCall Flock(KernelTarget target) => Rent(target, 131, "flock");

    /// <summary>fstat(2).</summary>
    public static SystemCall Fstat(KernelTarget target) => Rent(target, 551, "fstat");

    /// <summary>fstatat(2).</summary>
    public static SystemCall Fstatat(KernelTarget target) => Rent(target, 552, "fstatat");

    /// <summary>fstatfs(2).</summary>
    public static SystemCall Fstatfs(KernelTarget target) => Rent(target, 556, "fstatfs");

    /// <summary>fsync(2).</summary>
    public static SystemCall Fsync(KernelTarget target) => Rent(target, 95, "fsync");

    /// <summary>ftruncate(2).</summary>
    public static SystemCall Ftruncate(KernelTarget target) => Rent(target, 480, "ftruncate");

    /// <summary>futimens(2).</summary>
    public static SystemCall Futimens(KernelTarget target) => Rent(target, 546, "futimens");

    /// <summary>getdirentries(2).</summary>
    public static SystemCall Getdirentries(KernelTarget target) => Rent(target, 554, "getdirentries");

    /// <summary>getfsstat(2).</summary>
    public static SystemCall Getfsstat(KernelTarget target) => Rent(target, 557, "getfsstat");

    /// <summary>getpid(2).</summary>
    public static SystemCall Getpid(KernelTarget target) => Rent(target, 20, "getpid");

    /// <summary>ioctl(2).</summary>
    public static SystemCall Ioctl(KernelTarget target) => Rent(target, 54, "ioctl");

    /// <summary>jail_attach(2). Only in programs.</summary>
    public static SystemCall JailAttach(KernelTarget target) => ForPrograms(target, 436, "jail_attach");

    /// <summary>jail_attach_jd(2). Only in programs. From FreeBSD 15 on.</summary>
    /// <exception cref="PlatformNotSupportedException">The kernel is older.</exception>
    public static SystemCall JailAttachJd(KernelTarget target) => ForPrograms(target, Since15(target, 597, "jail_attach_jd"), "jail_attach_jd");

    /// <summary>jail_get(2).</summary>
    public static SystemCall JailGet(KernelTarget target) => Rent(target, 506, "jail_get");

    /// <summary>jail_remove(2).</summary>
    public static SystemCall JailRemove(KernelTarget target) => Rent(target, 508, "jail_remove");

    /// <summary>jail_remove_jd(2). From FreeBSD 15 on.</summary>
    /// <exception cref="PlatformNotSupportedException">The kernel is older.</exception>
    public static SystemCall JailRemoveJd(KernelTarget target) => Rent(target, Since15(target, 598, "jail_remove_jd"), "jail_remove_jd");

    /// <summary>jail_set(2).</summary>
    public static SystemCall JailSet(KernelTarget target) => Rent(target, 507, "jail_set");

    /// <summary>kevent(2).</summary>
    public static SystemCall Kevent(KernelTarget target) => Rent(target, 560, "kevent");

    /// <summary>kill(2).</summary>
    public static SystemCall Kill(KernelTarget target) => Rent(target, 37, "kill");

    /// <summary>kldfind(2).</summary>
    public static SystemCall Kldfind(KernelTarget target) => Rent(target, 306, "kldfind");

    /// <summary>kldload(2).</summary>
    public static SystemCall Kldload(KernelTarget target) => Rent(target, 304, "kldload");

    /// <summary>kldnext(2).</summary>
    public static SystemCall Kldnext(KernelTarget target) => Rent(target, 307, "kldnext");

    /// <summary>kldstat(2).</summary>
    public static SystemCall Kldstat(KernelTarget target) => Rent(target, 308, "kldstat");

    /// <summary>kqueue(2).</summary>
    public static SystemCall Kqueue(KernelTarget target) => Rent(target, 362, "kqueue");

    /// <summary>linkat(2).</summary>
    public static SystemCall Linkat(KernelTarget target) => Rent(target, 495, "linkat");

    /// <summary>lseek(2).</summary>
    public static SystemCall Lseek(KernelTarget target) => Rent(target, 478, "lseek");

    /// <summary>mkdirat(2).</summary>
    public static SystemCall Mkdirat(KernelTarget target) => Rent(target, 496, "mkdirat");

    /// <summary>mkfifoat(2).</summary>
    public static SystemCall Mkfifoat(KernelTarget target) => Rent(target, 497, "mkfifoat");

    /// <summary>mknodat(2).</summary>
    public static SystemCall Mknodat(KernelTarget target) => Rent(target, 559, "mknodat");

    /// <summary>modfind(2).</summary>
    public static SystemCall Modfind(KernelTarget target) => Rent(target, 303, "modfind");

    /// <summary>nmount(2).</summary>
    public static SystemCall Nmount(KernelTarget target) => Rent(target, 378, "nmount");

    /// <summary>openat(2).</summary>
    public static SystemCall Openat(KernelTarget target) => Rent(target, 499, "openat");

    /// <summary>pipe2(2).</summary>
    public static SystemCall Pipe2(KernelTarget target) => Rent(target, 542, "pipe2");

    /// <summary>posix_openpt(2).</summary>
    public static SystemCall PosixOpenpt(KernelTarget target) => Rent(target, 504, "posix_openpt");

    /// <summary>ppoll(2).</summary>
    public static SystemCall Ppoll(KernelTarget target) => Rent(target, 545, "ppoll");

    /// <summary>pread(2).</summary>
    public static SystemCall Pread(KernelTarget target) => Rent(target, 475, "pread");

    /// <summary>procctl(2).</summary>
    public static SystemCall Procctl(KernelTarget target) => Rent(target, 544, "procctl");

    /// <summary>pwrite(2).</summary>
    public static SystemCall Pwrite(KernelTarget target) => Rent(target, 476, "pwrite");

    /// <summary>rctl_add_rule(2).</summary>
    public static SystemCall RctlAddRule(KernelTarget target) => Rent(target, 528, "rctl_add_rule");

    /// <summary>rctl_get_racct(2).</summary>
    public static SystemCall RctlGetRacct(KernelTarget target) => Rent(target, 525, "rctl_get_racct");

    /// <summary>rctl_get_rules(2).</summary>
    public static SystemCall RctlGetRules(KernelTarget target) => Rent(target, 526, "rctl_get_rules");

    /// <summary>rctl_remove_rule(2).</summary>
    public static SystemCall RctlRemoveRule(KernelTarget target) => Rent(target, 529, "rctl_remove_rule");

    /// <summary>read(2).</summary>
    public static SystemCall Read(KernelTarget target) => Rent(target, 3, "read");

    /// <summary>readlinkat(2).</summary>
    public static SystemCall Readlinkat(KernelTarget target) => Rent(target, 500, "readlinkat");

    /// <summary>renameat(2).</summary>
    public static SystemCall Renameat(KernelTarget target) => Rent(target, 501, "renameat");

    /// <summary>sendmsg(2).</summary>
    public static SystemCall Sendmsg(KernelTarget target) => Rent(target, 28, "sendmsg");

    /// <summary>setgroups(2). Only in programs. FreeBSD 15 took the effective group out of the list.</summary>
    public static SystemCall Setgroups(KernelTarget target) => ForPrograms(target, FreeBsdVersion.Is15(target) ? 596 : 80, "setgroups");

    /// <summary>setlogin(2). Only in programs.</summary>
    public static SystemCall Setlogin(KernelTarget target) => ForPrograms(target, 50, "setlogin");

    /// <summary>setloginclass(2). Only in programs.</summary>
    public static SystemCall Setloginclass(KernelTarget target) => ForPrograms(target, 524, "setloginclass");

    /// <summary>setresgid(2). Only in programs.</summary>
    public static SystemCall Setresgid(KernelTarget target) => ForPrograms(target, 312, "setresgid");

    /// <summary>setresuid(2). Only in programs.</summary>
    public static SystemCall Setresuid(KernelTarget target) => ForPrograms(target, 311, "setresuid");

    /// <summary>setrlimit(2). Only in programs.</summary>
    public static SystemCall Setrlimit(KernelTarget target) => ForPrograms(target, 195, "setrlimit");

    /// <summary>setsid(2). Only in programs.</summary>
    public static SystemCall Setsid(KernelTarget target) => ForPrograms(target, 147, "setsid");

    /// <summary>setsockopt(2).</summary>
    public static SystemCall Setsockopt(KernelTarget target) => Rent(target, 105, "setsockopt");

    /// <summary>socket(2).</summary>
    public static SystemCall Socket(KernelTarget target) => Rent(target, 97, "socket");

    /// <summary>socketpair(2).</summary>
    public static SystemCall Socketpair(KernelTarget target) => Rent(target, 135, "socketpair");

    /// <summary>statfs(2).</summary>
    public static SystemCall Statfs(KernelTarget target) => Rent(target, 555, "statfs");

    /// <summary>symlinkat(2).</summary>
    public static SystemCall Symlinkat(KernelTarget target) => Rent(target, 502, "symlinkat");

    /// <summary>sync(2).</summary>
    public static SystemCall Sync(KernelTarget target) => Rent(target, 36, "sync");

    /// <summary>sysctl(3).</summary>
    public static SystemCall Sysctl(KernelTarget target) => Rent(target, 202, "__sysctl");

    /// <summary>sysctl(3), by name.</summary>
    public static SystemCall Sysctlbyname(KernelTarget target) => Rent(target, 570, "__sysctlbyname");

    /// <summary>umask(2). Only in programs.</summary>
    public static SystemCall Umask(KernelTarget target) => ForPrograms(target, 60, "umask");

    /// <summary>unlinkat(2).</summary>
    public static SystemCall Unlinkat(KernelTarget target) => Rent(target, 503, "unlinkat");

    /// <summary>unmount(2).</summary>
    public static SystemCall Unmount(KernelTarget target) => Rent(target, 22, "unmount");

    /// <summary>utimensat(2).</summary>
    public static SystemCall Utimensat(KernelTarget target) => Rent(target, 547, "utimensat");

    /// <summary>wait6(2).</summary>
    public static SystemCall Wait6(KernelTarget target) => Rent(target, 532, "wait6");

    /// <summary>write(2).</summary>
    public static SystemCall Write(KernelTarget target) => Rent(target, 4, "write");

    private static SystemCall Rent(KernelTarget target, int number, string name)
    {
        FreeBsdVersion.Require(target);
        return SystemCall.Rent(number, name);
    }

    private static SystemCall ForPrograms(KernelTarget target, int number, string name)
    {
        SystemCall call = Rent(target, number, name);
        call.IsProgramOnly = true;
        return call;
    }

    private static int Since15(KernelTarget target, int number, string name) => FreeBsdVersion.Is15(target)
        ? number
        : throw new PlatformNotSupportedException($"{name} came with FreeBSD 15.0; this kernel is {FreeBsdVersion.Describe(target)}.");
}
