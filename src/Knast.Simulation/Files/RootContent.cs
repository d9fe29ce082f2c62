using Knast.Simulation.Programs;

namespace Knast.Simulation.Files;

/// <summary>What is in the root of a new machine: a small FreeBSD whose programs are built into the simulation.</summary>
internal static class RootContent
{
    private const UnixFileMode Executable = (UnixFileMode)0x16D;

    private static readonly string[] s_directories =
    [
        "bin", "boot/modules", "dev", "etc", "lib", "libexec", "media", "mnt", "proc", "root", "sbin", "tmp", "home",
        "usr/bin", "usr/lib", "usr/libexec", "usr/local/bin", "usr/local/sbin", "usr/sbin", "var/db", "var/log", "var/run", "var/tmp",
    ];

    private static readonly string[] s_programs =
    [
        "bin/sh", "bin/echo", "bin/cat", "bin/sleep", "bin/hostname", "bin/pwd", "bin/ls", "bin/kill", "bin/test", "bin/mkdir", "bin/rm",
        "usr/bin/true", "usr/bin/false", "usr/bin/env", "usr/bin/id", "usr/bin/touch", "usr/bin/head", "usr/bin/printf", "usr/bin/uname",
    ];

    public static void Write(string root)
    {
        foreach (string directory in s_directories)
        {
            Directory.CreateDirectory(Path.Combine(root, directory));
        }

        foreach (string program in s_programs)
        {
            string path = Path.Combine(root, program);
            File.WriteAllText(path, BuiltInPrograms.Marker + Path.GetFileName(program) + "\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, Executable);
            }
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(root, "tmp"), (UnixFileMode)0x3FF);
            File.SetUnixFileMode(root, (UnixFileMode)0x1ED);
        }

        File.WriteAllText(Path.Combine(root, "etc/passwd"), "root:*:0:0:Charlie &:/root:/bin/sh\nnobody:*:65534:65534:Unprivileged user:/nonexistent:/usr/sbin/nologin\n");
        File.WriteAllText(Path.Combine(root, "etc/group"), "wheel:*:0:root\nnobody:*:65534:\n");
        File.WriteAllText(Path.Combine(root, "etc/resolv.conf"), "nameserver 10.0.2.3\n");
    }
}
