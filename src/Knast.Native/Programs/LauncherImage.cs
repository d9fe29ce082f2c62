using System.Security.Cryptography;
using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>
/// The launcher's executable, from the resources of this assembly to a path that can be started: a sealed anonymous file on Linux, a file of
/// root's on FreeBSD. Made once a process.
/// </summary>
internal sealed class LauncherImage
{
    /// <summary>Where the file is kept on FreeBSD.</summary>
    public const string DefaultDirectory = "/var/run/knast";

    private const int AddSeals = 1033;
    private const int AllSeals = 0x1 | 0x2 | 0x4 | 0x8; // F_SEAL_SEAL, _SHRINK, _GROW, _WRITE
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
    private const UnixFileMode DirectoryMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly object s_lock = new();
    private static LauncherImage? _local;

    private LauncherImage(string path, KernelDescriptor? file)
    {
        Path = path;
        File = file;
    }

    /// <summary>The anonymous file, kept open as long as this process lives; null for a file with a name.</summary>
    public KernelDescriptor? File { get; }

    /// <summary>What posix_spawn starts.</summary>
    public string Path { get; }

    /// <summary>The launcher for this machine.</summary>
    /// <exception cref="PlatformNotSupportedException">No launcher for it was built into this assembly.</exception>
    public static LauncherImage Local(IKernel kernel)
    {
        lock (s_lock)
        {
            return _local ??= kernel.Target.System == KernelSystem.Linux
                ? CreateAnonymous(kernel, Read(kernel.Target))
                : new LauncherImage(CreateFile(DefaultDirectory, Read(kernel.Target)), null);
        }
    }

    /// <summary>The bytes of the launcher for a target.</summary>
    /// <exception cref="PlatformNotSupportedException">It was not built into this assembly.</exception>
    public static byte[] Read(KernelTarget target)
    {
        using Stream resource = typeof(LauncherImage).Assembly.GetManifestResourceStream("launcher-" + target.Name)
            ?? throw new PlatformNotSupportedException(
                $"This build of Knast.Native has no launcher for {target.Name}: build it there, or anywhere with -p:KnastAllTargets=true.");
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Puts the launcher into a directory, under a name that changes with its content.</summary>
    /// <returns>The file's path.</returns>
    public static string CreateFile(string directory, byte[] launcher)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Knast runs containers on FreeBSD and on Linux only.");
        }

        Directory.CreateDirectory(directory, DirectoryMode);
        string path = System.IO.Path.Combine(directory, "launcher-" + Convert.ToHexString(SHA256.HashData(launcher), 0, 8).ToLowerInvariant());
        if (System.IO.File.Exists(path) && System.IO.File.ReadAllBytes(path).AsSpan().SequenceEqual(launcher))
        {
            return path;
        }

        // Another process may be doing the same: each renames a whole file of its own.
        string temporary = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = System.IO.FileMode.Create, Access = FileAccess.Write, UnixCreateMode = FileMode };
        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(launcher);
        }

        System.IO.File.Move(temporary, path, overwrite: true);
        return path;
    }

    private static LauncherImage CreateAnonymous(IKernel kernel, byte[] launcher)
    {
        using KernelDescriptor low = LaunchCalls.AnonymousFile(kernel, "knast-launcher", isExecutable: true);
        LaunchCalls.Fill(kernel, low, launcher);
        LaunchCalls.Fcntl(kernel, low, AddSeals, AllSeals);
        // Above all numbers that a program may ask for: the file must still be open when it is executed.
        KernelDescriptor file = LaunchCalls.DuplicateAbove(kernel, low, LocalProgramLaunch.LargestTarget + 1);
        return new LauncherImage($"/proc/self/fd/{file.Number}", file);
    }
}
