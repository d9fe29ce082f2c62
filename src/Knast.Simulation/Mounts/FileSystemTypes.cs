namespace Knast.Simulation.Mounts;

/// <summary>The numbers that kernels gave the kinds of file systems (<c>f_type</c>).</summary>
internal static class FileSystemTypes
{
    public static int Number(string name) => name switch
    {
        "ufs" => 0x35,
        "tmpfs" => 0x87,
        "nullfs" => 0x29,
        "devfs" => 0x71,
        "fdescfs" => 0x59,
        "unionfs" => 0x41,
        "procfs" => 0x02,
        "linprocfs" => 0xb5,
        "linsysfs" => 0x4b,
        _ => 0xde,
    };
}
