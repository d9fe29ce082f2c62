using System.Text;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts;

/// <summary>Looks for the program to execute where execvp(3) would, as the container's user. That one may not be executed wins over that none is there.</summary>
internal static class ExecutableSteps
{
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>Leaves the address of the path in a register, or reports <see cref="LaunchReports.ExecutableMissing"/> and ends.</summary>
    /// <param name="builder">The program, of a process that is in the container's root and is the container's user.</param>
    /// <param name="path">The register for the address.</param>
    /// <param name="scratch">A register that is free.</param>
    /// <param name="process">The configured process.</param>
    /// <param name="access">Makes the call that asks whether a path is there (false) or may be executed (true).</param>
    public static void Find(
        ProgramBuilder builder, ProgramRegister path, ProgramRegister scratch, ContainerProcess process, Func<string, bool, SystemCall> access)
    {
        var found = new ProgramLabel();
        builder.Store(scratch, Number(builder, ErrorCode.ENOENT));
        foreach (string candidate in Candidates(process))
        {
            Try(builder, path, candidate, scratch, found, access);
        }

        builder.Report(LaunchReports.ExecutableMissing, scratch);
        builder.Exit(127);
        builder.Mark(found);
    }

    /// <summary>Where the program may be.</summary>
    public static IEnumerable<string> Candidates(ContainerProcess process)
    {
        string name = process.Args[0];
        if (name.Contains('/'))
        {
            return [name];
        }

        string path = process.Env.LastOrDefault(item => item.StartsWith("PATH=", StringComparison.Ordinal))?[5..] ?? DefaultPath;
        return path.Split(':').Select(directory => directory.Length == 0 ? $"./{name}" : $"{directory.TrimEnd('/')}/{name}");
    }

    private static long Number(ProgramBuilder builder, ErrorCode code) => ErrorCodes.ToErrno(builder.Target.System, code);

    private static void Try(
        ProgramBuilder builder, ProgramRegister path, string candidate, ProgramRegister error, ProgramLabel found, Func<string, bool, SystemCall> access)
    {
        var next = new ProgramLabel();
        var refused = new ProgramLabel();
        var isFile = new ProgramLabel();
        builder.Call(
            access(candidate, true),
            OnErrno.GoTo(ErrorCode.ENOENT, next), OnErrno.GoTo(ErrorCode.ENOTDIR, next), OnErrno.GoTo(ErrorCode.ELOOP, next),
            OnErrno.GoTo(ErrorCode.ENAMETOOLONG, next), OnErrno.GoTo(ErrorCode.EACCES, refused));

        // faccessat(2) lets everybody who may search a directory "execute" it; only a directory has ".".
        builder.Call(
            access(candidate + "/.", false),
            OnErrno.GoTo(ErrorCode.ENOTDIR, isFile), OnErrno.Continue(ErrorCode.EACCES), OnErrno.Continue(ErrorCode.ENOENT));
        builder.Mark(refused);
        builder.Store(error, Number(builder, ErrorCode.EACCES));
        builder.GoTo(next);
        builder.Mark(isFile);
        builder.Store(path, ProgramValue.Address(builder.NewBlock([.. Encoding.UTF8.GetBytes(candidate), 0])));
        builder.GoTo(found);
        builder.Mark(next);
    }
}
