using System.Runtime.InteropServices;
using System.Text;
using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>posix_spawn(3), the one way in which Knast starts a process: empty signal mask, default signals, empty environment.</summary>
internal static unsafe partial class PosixSpawn
{
    // posix_spawnattr_t, posix_spawn_file_actions_t and sigset_t are a pointer or a struct of up to 336 bytes, depending on the libc.
    private const int OpaqueSize = 512;
    private const int ReadWrite = 2;
    private const int SignalKill = 9;

    static PosixSpawn() => LibcLibrary.Register();

    /// <summary>Starts a program.</summary>
    /// <param name="system">The system, for its constants.</param>
    /// <param name="command">The path of the program, then the arguments after its name, which is always "knast".</param>
    /// <param name="descriptors">Its descriptors: which of ours, -1 for /dev/null, becomes which of its. No source is also a target.</param>
    /// <returns>The process identifier.</returns>
    /// <exception cref="NativeException">It could not be started.</exception>
    public static int Start(KernelSystem system, IReadOnlyList<string> command, ReadOnlySpan<(int Source, int Target)> descriptors)
    {
        string path = command[0];
        byte* actions = stackalloc byte[OpaqueSize];
        byte* attributes = stackalloc byte[OpaqueSize];
        new Span<byte>(actions, OpaqueSize).Clear();
        new Span<byte>(attributes, OpaqueSize).Clear();
        Require(system, FileActionsInit(actions), "posix_spawn_file_actions_init", path);
        Require(system, AttributesInit(attributes), "posix_spawnattr_init", path);
        try
        {
            foreach ((int source, int target) in descriptors)
            {
                AddAction(system, actions, source, target, path);
            }

            SetSignals(system, attributes, path);
            return Spawn(system, command, actions, attributes);
        }
        finally
        {
            _ = FileActionsDestroy(actions);
            _ = AttributesDestroy(attributes);
        }
    }

    private static int Spawn(KernelSystem system, IReadOnlyList<string> command, byte* actions, byte* attributes)
    {
        byte[] texts = Encoding.UTF8.GetBytes(string.Join('\0', ["knast", .. command.Skip(1), command[0], ""]));
        byte** arguments = stackalloc byte*[command.Count + 1];
        byte** environment = stackalloc byte*[1] { null };
        fixed (byte* start = texts)
        {
            byte* next = start;
            for (int index = 0; index < command.Count; index++)
            {
                arguments[index] = next;
                next += MemoryMarshal.CreateReadOnlySpanFromNullTerminated(next).Length + 1;
            }

            arguments[command.Count] = null;
            int pid;
            Require(system, Spawn(&pid, next, actions, attributes, arguments, environment), "posix_spawn", command[0]);
            return pid;
        }
    }

    private static void AddAction(KernelSystem system, byte* actions, int source, int target, string path)
    {
        fixed (byte* nothing = "/dev/null\0"u8)
        {
            int error = source < 0
                ? FileActionsAddOpen(actions, target, nothing, ReadWrite, 0)
                : FileActionsAddDup2(actions, source, target);
            Require(system, error, "posix_spawn_file_actions_adddup2", path);
        }
    }

    private static void SetSignals(KernelSystem system, byte* attributes, string path)
    {
        bool isLinux = system == KernelSystem.Linux;
        const short LinuxFlags = 0x04 | 0x08;
        const short FreeBsdFlags = 0x10 | 0x20;
        int signalStop = isLinux ? 19 : 17;
        byte* signals = stackalloc byte[OpaqueSize];
        new Span<byte>(signals, OpaqueSize).Clear();
        Require(system, SetSignalMask(attributes, signals), "posix_spawnattr_setsigmask", path);
        // The first 31; FreeBSD's libc fails for the two whose action cannot be set. Higher ones are never ignored by .NET or a shell.
        *(uint*)signals = 0x7fffffff & ~(1u << (SignalKill - 1)) & ~(1u << (signalStop - 1));
        Require(system, SetDefaultSignals(attributes, signals), "posix_spawnattr_setsigdefault", path);
        Require(system, SetFlags(attributes, isLinux ? LinuxFlags : FreeBsdFlags), "posix_spawnattr_setflags", path);
    }

    private static void Require(KernelSystem system, int error, string call, string path)
    {
        if (error != 0)
        {
            throw new NativeException(system, error, call, path);
        }
    }

    [LibraryImport(LibcLibrary.Name, EntryPoint = "posix_spawn")]
    private static partial int Spawn(int* pid, byte* path, byte* actions, byte* attributes, byte** arguments, byte** environment);

    [LibraryImport(LibcLibrary.Name, EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int FileActionsInit(byte* actions);

    [LibraryImport(LibcLibrary.Name, EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int FileActionsDestroy(byte* actions);

    [LibraryImport(LibcLibrary.Name, EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int FileActionsAddDup2(byte* actions, int source, int target);

    [LibraryImport(LibcLibrary.Name, EntryPoint = "posix_spawn_file_actions_addopen")]
    private static partial int FileActionsAddOpen(byte* actions, int target, byte* path, int flags, uint mode);

    [LibraryImport(LibcLibrary.Name, EntryPoint = "posix_spawnattr_init")]
    private static partial int AttributesInit(byte* attributes);

    [LibraryImport(LibcLibrary.Name, EntryPoint = "posix_spawnattr_destroy")]
    private static partial int AttributesDestroy(byte* attributes);

    [LibraryImport(LibcLibrary.Name, EntryPoint = "posix_spawnattr_setflags")]
    private static partial int SetFlags(byte* attributes, short flags);

    [LibraryImport(LibcLibrary.Name, EntryPoint = "posix_spawnattr_setsigmask")]
    private static partial int SetSignalMask(byte* attributes, byte* signals);

    [LibraryImport(LibcLibrary.Name, EntryPoint = "posix_spawnattr_setsigdefault")]
    private static partial int SetDefaultSignals(byte* attributes, byte* signals);
}
