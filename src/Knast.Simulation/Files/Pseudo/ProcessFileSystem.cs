using System.Globalization;
using Knast.Simulation.Calls;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Files.Pseudo;

/// <summary>procfs(5) and linprocfs(5), as far as container images look at them.</summary>
internal static class ProcessFileSystem
{
    /// <summary>procfs(5).</summary>
    public static PseudoFileSystem New(SimulatedMachine machine) => new("procfs", fileSystem =>
    {
        PseudoDirectory root = Processes(machine, fileSystem).Add("curproc", new PseudoLink(fileSystem, OwnPid));
        return machine.Release.Is15 ? root.Add("self", new PseudoLink(fileSystem, OwnPid)) : root;
    });

    /// <summary>linprocfs(5).</summary>
    public static PseudoFileSystem NewLinux(SimulatedMachine machine) => new("linprocfs", fileSystem =>
    {
        PseudoDirectory root = Processes(machine, fileSystem);
        root.Add("cmdline", static () => "BOOT_IMAGE=/boot/kernel/kernel\n").Add("cpuinfo", static () => "processor\t: 0\nvendor_id\t: simulated\n")
            .Add("devices", static () => "Character devices:\n").Add("filesystems", static () => "\tnullfs\n\ttmpfs\n")
            .Add("loadavg", static () => "0.00 0.00 0.00 1/1 1\n").Add("meminfo", static () => "MemTotal:        2097152 kB\nMemFree:         1048576 kB\n")
            .Add("modules", static () => "").Add("mounts", () => Mounts(machine)).Add("mtab", () => Mounts(machine))
            .Add("partitions", static () => "major minor  #blocks  name\n").Add("self", new PseudoLink(fileSystem, OwnPid))
            .Add("stat", static () => "cpu  0 0 0 0\n").Add("swaps", static () => "Filename\n").Add("uptime", () => Uptime(machine))
            .Add("version", static () => "Linux version 5.15.0 (simulated)\n");
        return root.Add("bus", new PseudoDirectory(fileSystem)).Add("net", new PseudoDirectory(fileSystem)).Add("scsi", new PseudoDirectory(fileSystem))
            .Add("sys", new PseudoDirectory(fileSystem)).Add("sysvipc", new PseudoDirectory(fileSystem));
    });

    /// <summary>linsysfs(5).</summary>
    public static PseudoFileSystem NewLinuxSystem() => new("linsysfs", static fileSystem =>
    {
        var root = new PseudoDirectory(fileSystem);
        foreach (string name in (string[])["bus", "class", "dev", "devices", "kernel"])
        {
            root.Add(name, new PseudoDirectory(fileSystem));
        }

        return root;
    });

    private static PseudoDirectory Processes(SimulatedMachine machine, PseudoFileSystem fileSystem) => new(fileSystem)
    {
        FindMore = name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int pid)
            && machine.Processes.Find(pid) is { } process && process.Jail.IsVisibleTo(CurrentCall.Process.Jail) ? ForProcess(fileSystem, process) : null,
        ListMore = () => machine.Processes.All.Where(static process => process.Jail.IsVisibleTo(CurrentCall.Process.Jail))
            .Select(static process => process.Pid.ToString(CultureInfo.InvariantCulture)),
    };

    private static PseudoDirectory ForProcess(PseudoFileSystem fileSystem, Process process) => new PseudoDirectory(fileSystem)
        .Add("cmdline", () => string.Concat(process.Arguments.Select(static argument => argument + "\0")))
        .Add("status", () => string.Create(CultureInfo.InvariantCulture, $"{process.Name} {process.Pid} {process.Parent?.Pid ?? 0} {process.GroupId} {process.SessionId}\n"))
        .Add("file", new PseudoLink(fileSystem, () => process.Executable));

    private static string OwnPid() => CurrentCall.Process.Pid.ToString(CultureInfo.InvariantCulture);

    private static string Uptime(SimulatedMachine machine) =>
        string.Create(CultureInfo.InvariantCulture, $"{(DateTimeOffset.UtcNow - machine.BootTime).TotalSeconds:F2} 0.00\n");

    private static string Mounts(SimulatedMachine machine) => string.Concat(
        machine.Files.Mounts.All.Where(static mount => !mount.IsHidden).Select(static mount => $"{mount.From} {mount.On} {mount.FileSystem.TypeName} rw 0 0\n"));
}
