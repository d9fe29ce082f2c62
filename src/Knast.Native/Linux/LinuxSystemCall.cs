using Knast.Native.Kernel;

namespace Knast.Native.Linux;

/// <summary>Numbers of Linux system calls: x86 <c>arch/x86/entry/syscalls/syscall_64.tbl</c>, arm64 <c>include/uapi/asm-generic/unistd.h</c>.</summary>
internal static class LinuxSystemCall
{
    /// <summary>accept4(2).</summary>
    public static SystemCall Accept4(KernelTarget target) => Rent(target, 288, 242, "accept4");

    /// <summary>bind(2).</summary>
    public static SystemCall Bind(KernelTarget target) => Rent(target, 49, 200, "bind");

    /// <summary>bpf(2).</summary>
    public static SystemCall Bpf(KernelTarget target) => Rent(target, 321, 280, "bpf");

    /// <summary>capset(2).</summary>
    public static SystemCall Capset(KernelTarget target) => ForPrograms(target, 126, 91, "capset");

    /// <summary>chdir(2).</summary>
    public static SystemCall Chdir(KernelTarget target) => ForPrograms(target, 80, 49, "chdir");

    /// <summary>close(2).</summary>
    public static SystemCall Close(KernelTarget target) => Rent(target, 3, 57, "close");

    /// <summary>close_range(2).</summary>
    public static SystemCall CloseRange(KernelTarget target) => ForPrograms(target, 436, 436, "close_range");

    /// <summary>connect(2).</summary>
    public static SystemCall Connect(KernelTarget target) => Rent(target, 42, 203, "connect");

    /// <summary>copy_file_range(2).</summary>
    public static SystemCall CopyFileRange(KernelTarget target) => Rent(target, 326, 285, "copy_file_range");

    /// <summary>dup3(2).</summary>
    public static SystemCall Dup3(KernelTarget target) => ForPrograms(target, 292, 24, "dup3");

    /// <summary>eventfd2(2).</summary>
    public static SystemCall Eventfd2(KernelTarget target) => Rent(target, 290, 19, "eventfd2");

    /// <summary>execve(2).</summary>
    public static SystemCall Execve(KernelTarget target) => ForPrograms(target, 59, 221, "execve");

    /// <summary>faccessat(2).</summary>
    public static SystemCall Faccessat(KernelTarget target) => Rent(target, 269, 48, "faccessat");

    /// <summary>faccessat2(2).</summary>
    public static SystemCall Faccessat2(KernelTarget target) => Rent(target, 439, 439, "faccessat2");

    /// <summary>fallocate(2).</summary>
    public static SystemCall Fallocate(KernelTarget target) => Rent(target, 285, 47, "fallocate");

    /// <summary>fchdir(2).</summary>
    public static SystemCall Fchdir(KernelTarget target) => ForPrograms(target, 81, 50, "fchdir");

    /// <summary>fchmod(2).</summary>
    public static SystemCall Fchmod(KernelTarget target) => Rent(target, 91, 52, "fchmod");

    /// <summary>fchmodat(2).</summary>
    public static SystemCall Fchmodat(KernelTarget target) => Rent(target, 268, 53, "fchmodat");

    /// <summary>fchmodat2(2).</summary>
    public static SystemCall Fchmodat2(KernelTarget target) => Rent(target, 452, 452, "fchmodat2");

    /// <summary>fchown(2).</summary>
    public static SystemCall Fchown(KernelTarget target) => Rent(target, 93, 55, "fchown");

    /// <summary>fchownat(2).</summary>
    public static SystemCall Fchownat(KernelTarget target) => Rent(target, 260, 54, "fchownat");

    /// <summary>fcntl(2).</summary>
    public static SystemCall Fcntl(KernelTarget target) => Rent(target, 72, 25, "fcntl");

    /// <summary>fgetxattr(2).</summary>
    public static SystemCall Fgetxattr(KernelTarget target) => Rent(target, 193, 10, "fgetxattr");

    /// <summary>flistxattr(2).</summary>
    public static SystemCall Flistxattr(KernelTarget target) => Rent(target, 196, 13, "flistxattr");

    /// <summary>flock(2).</summary>
    public static SystemCall Flock(KernelTarget target) => Rent(target, 73, 32, "flock");

    /// <summary>fsconfig(2).</summary>
    public static SystemCall Fsconfig(KernelTarget target) => Rent(target, 431, 431, "fsconfig");

    /// <summary>fsetxattr(2).</summary>
    public static SystemCall Fsetxattr(KernelTarget target) => Rent(target, 190, 7, "fsetxattr");

    /// <summary>fsmount(2).</summary>
    public static SystemCall Fsmount(KernelTarget target) => Rent(target, 432, 432, "fsmount");

    /// <summary>fsopen(2).</summary>
    public static SystemCall Fsopen(KernelTarget target) => Rent(target, 430, 430, "fsopen");

    /// <summary>fstatfs(2).</summary>
    public static SystemCall Fstatfs(KernelTarget target) => Rent(target, 138, 44, "fstatfs");

    /// <summary>fsync(2).</summary>
    public static SystemCall Fsync(KernelTarget target) => Rent(target, 74, 82, "fsync");

    /// <summary>ftruncate(2).</summary>
    public static SystemCall Ftruncate(KernelTarget target) => Rent(target, 77, 46, "ftruncate");

    /// <summary>getdents64(2).</summary>
    public static SystemCall Getdents64(KernelTarget target) => Rent(target, 217, 61, "getdents64");

    /// <summary>getpid(2).</summary>
    public static SystemCall Getpid(KernelTarget target) => Rent(target, 39, 172, "getpid");

    /// <summary>getsockname(2).</summary>
    public static SystemCall Getsockname(KernelTarget target) => Rent(target, 51, 204, "getsockname");

    /// <summary>ioctl(2).</summary>
    public static SystemCall Ioctl(KernelTarget target) => Rent(target, 16, 29, "ioctl");

    /// <summary>kill(2).</summary>
    public static SystemCall Kill(KernelTarget target) => Rent(target, 62, 129, "kill");

    /// <summary>lgetxattr(2).</summary>
    public static SystemCall Lgetxattr(KernelTarget target) => Rent(target, 192, 9, "lgetxattr");

    /// <summary>linkat(2).</summary>
    public static SystemCall Linkat(KernelTarget target) => Rent(target, 265, 37, "linkat");

    /// <summary>listen(2).</summary>
    public static SystemCall Listen(KernelTarget target) => Rent(target, 50, 201, "listen");

    /// <summary>llistxattr(2).</summary>
    public static SystemCall Llistxattr(KernelTarget target) => Rent(target, 195, 12, "llistxattr");

    /// <summary>lseek(2).</summary>
    public static SystemCall Lseek(KernelTarget target) => Rent(target, 8, 62, "lseek");

    /// <summary>lsetxattr(2).</summary>
    public static SystemCall Lsetxattr(KernelTarget target) => Rent(target, 189, 6, "lsetxattr");

    /// <summary>memfd_create(2).</summary>
    public static SystemCall MemfdCreate(KernelTarget target) => Rent(target, 319, 279, "memfd_create");

    /// <summary>mkdirat(2).</summary>
    public static SystemCall Mkdirat(KernelTarget target) => Rent(target, 258, 34, "mkdirat");

    /// <summary>mknodat(2).</summary>
    public static SystemCall Mknodat(KernelTarget target) => Rent(target, 259, 33, "mknodat");

    /// <summary>mount(2).</summary>
    public static SystemCall Mount(KernelTarget target) => Rent(target, 165, 40, "mount");

    /// <summary>mount_setattr(2).</summary>
    public static SystemCall MountSetattr(KernelTarget target) => Rent(target, 442, 442, "mount_setattr");

    /// <summary>move_mount(2).</summary>
    public static SystemCall MoveMount(KernelTarget target) => Rent(target, 429, 429, "move_mount");

    /// <summary>newfstatat(2).</summary>
    public static SystemCall Newfstatat(KernelTarget target) => Rent(target, 262, 79, "newfstatat");

    /// <summary>open_tree(2).</summary>
    public static SystemCall OpenTree(KernelTarget target) => Rent(target, 428, 428, "open_tree");

    /// <summary>openat(2).</summary>
    public static SystemCall Openat(KernelTarget target) => Rent(target, 257, 56, "openat");

    /// <summary>openat2(2).</summary>
    public static SystemCall Openat2(KernelTarget target) => Rent(target, 437, 437, "openat2");

    /// <summary>pidfd_open(2).</summary>
    public static SystemCall PidfdOpen(KernelTarget target) => Rent(target, 434, 434, "pidfd_open");

    /// <summary>pidfd_send_signal(2).</summary>
    public static SystemCall PidfdSendSignal(KernelTarget target) => Rent(target, 424, 424, "pidfd_send_signal");

    /// <summary>pipe2(2).</summary>
    public static SystemCall Pipe2(KernelTarget target) => Rent(target, 293, 59, "pipe2");

    /// <summary>pivot_root(2).</summary>
    public static SystemCall PivotRoot(KernelTarget target) => ForPrograms(target, 155, 41, "pivot_root");

    /// <summary>ppoll(2).</summary>
    public static SystemCall Ppoll(KernelTarget target) => Rent(target, 271, 73, "ppoll");

    /// <summary>prctl(2).</summary>
    public static SystemCall Prctl(KernelTarget target) => ForPrograms(target, 157, 167, "prctl");

    /// <summary>pread64(2).</summary>
    public static SystemCall Pread64(KernelTarget target) => Rent(target, 17, 67, "pread64");

    /// <summary>prlimit64(2).</summary>
    public static SystemCall Prlimit64(KernelTarget target) => Rent(target, 302, 261, "prlimit64");

    /// <summary>pwrite64(2).</summary>
    public static SystemCall Pwrite64(KernelTarget target) => Rent(target, 18, 68, "pwrite64");

    /// <summary>read(2).</summary>
    public static SystemCall Read(KernelTarget target) => Rent(target, 0, 63, "read");

    /// <summary>readlinkat(2).</summary>
    public static SystemCall Readlinkat(KernelTarget target) => Rent(target, 267, 78, "readlinkat");

    /// <summary>recvmsg(2).</summary>
    public static SystemCall Recvmsg(KernelTarget target) => Rent(target, 47, 212, "recvmsg");

    /// <summary>renameat2(2).</summary>
    public static SystemCall Renameat2(KernelTarget target) => Rent(target, 316, 276, "renameat2");

    /// <summary>sched_setattr(2).</summary>
    public static SystemCall SchedSetattr(KernelTarget target) => Rent(target, 314, 274, "sched_setattr");

    /// <summary>seccomp(2).</summary>
    public static SystemCall Seccomp(KernelTarget target) => ForPrograms(target, 317, 277, "seccomp");

    /// <summary>sendmsg(2).</summary>
    public static SystemCall Sendmsg(KernelTarget target) => Rent(target, 46, 211, "sendmsg");

    /// <summary>setdomainname(2).</summary>
    public static SystemCall Setdomainname(KernelTarget target) => ForPrograms(target, 171, 162, "setdomainname");

    /// <summary>setgroups(2).</summary>
    public static SystemCall Setgroups(KernelTarget target) => ForPrograms(target, 116, 159, "setgroups");

    /// <summary>sethostname(2).</summary>
    public static SystemCall Sethostname(KernelTarget target) => ForPrograms(target, 170, 161, "sethostname");

    /// <summary>setns(2).</summary>
    public static SystemCall Setns(KernelTarget target) => ForPrograms(target, 308, 268, "setns");

    /// <summary>setresgid(2).</summary>
    public static SystemCall Setresgid(KernelTarget target) => ForPrograms(target, 119, 149, "setresgid");

    /// <summary>setresuid(2).</summary>
    public static SystemCall Setresuid(KernelTarget target) => ForPrograms(target, 117, 147, "setresuid");

    /// <summary>setsid(2).</summary>
    public static SystemCall Setsid(KernelTarget target) => ForPrograms(target, 112, 157, "setsid");

    /// <summary>socket(2).</summary>
    public static SystemCall Socket(KernelTarget target) => Rent(target, 41, 198, "socket");

    /// <summary>socketpair(2).</summary>
    public static SystemCall Socketpair(KernelTarget target) => Rent(target, 53, 199, "socketpair");

    /// <summary>statfs(2).</summary>
    public static SystemCall Statfs(KernelTarget target) => Rent(target, 137, 43, "statfs");

    /// <summary>statx(2).</summary>
    public static SystemCall Statx(KernelTarget target) => Rent(target, 332, 291, "statx");

    /// <summary>symlinkat(2).</summary>
    public static SystemCall Symlinkat(KernelTarget target) => Rent(target, 266, 36, "symlinkat");

    /// <summary>syncfs(2).</summary>
    public static SystemCall Syncfs(KernelTarget target) => Rent(target, 306, 267, "syncfs");

    /// <summary>tgkill(2).</summary>
    public static SystemCall Tgkill(KernelTarget target) => Rent(target, 234, 131, "tgkill");

    /// <summary>umask(2).</summary>
    public static SystemCall Umask(KernelTarget target) => ForPrograms(target, 95, 166, "umask");

    /// <summary>umount2(2).</summary>
    public static SystemCall Umount2(KernelTarget target) => Rent(target, 166, 39, "umount2");

    /// <summary>uname(2).</summary>
    public static SystemCall Uname(KernelTarget target) => Rent(target, 63, 160, "uname");

    /// <summary>unlinkat(2).</summary>
    public static SystemCall Unlinkat(KernelTarget target) => Rent(target, 263, 35, "unlinkat");

    /// <summary>unshare(2).</summary>
    public static SystemCall Unshare(KernelTarget target) => ForPrograms(target, 272, 97, "unshare");

    /// <summary>utimensat(2).</summary>
    public static SystemCall Utimensat(KernelTarget target) => Rent(target, 280, 88, "utimensat");

    /// <summary>wait4(2).</summary>
    public static SystemCall Wait4(KernelTarget target) => Rent(target, 61, 260, "wait4");

    /// <summary>waitid(2).</summary>
    public static SystemCall Waitid(KernelTarget target) => Rent(target, 247, 95, "waitid");

    /// <summary>write(2).</summary>
    public static SystemCall Write(KernelTarget target) => Rent(target, 1, 64, "write");

    private static SystemCall Rent(KernelTarget target, int amd64, int arm64, string name) =>
        SystemCall.Rent(target.Architecture == KernelArchitecture.Amd64 ? amd64 : arm64, name);

    private static SystemCall ForPrograms(KernelTarget target, int amd64, int arm64, string name)
    {
        SystemCall call = Rent(target, amd64, arm64, name);
        call.IsProgramOnly = true;
        return call;
    }
}
