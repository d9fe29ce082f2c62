using System.Text;
using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Programs;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>Looks for the program to execute where execvp(3) would, as the container's user. That one may not be executed wins over that none is there.</summary>
internal static class ExecutableSteps
{
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>Leaves the address of the path in a register, or reports <see cref="LinuxReports.ExecutableMissing"/> and ends.</summary>
    public static void Find(LinuxStepContext context, ProgramRegister path, ContainerProcess process)
    {
        ProgramBuilder builder = context.Builder;
        var found = new ProgramLabel();
        ProgramRegister error = context.File;
        builder.Store(error, ErrorCodes.ToErrno(KernelSystem.Linux, ErrorCode.ENOENT));
        foreach (string candidate in Candidates(process))
        {
            Try(context, path, candidate, error, found);
        }

        builder.Report(LinuxReports.ExecutableMissing, error);
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

    private static void Try(LinuxStepContext context, ProgramRegister path, string candidate, ProgramRegister error, ProgramLabel found)
    {
        ProgramBuilder builder = context.Builder;
        var next = new ProgramLabel();
        var refused = new ProgramLabel();
        var isFile = new ProgramLabel();
        builder.Call(
            Faccessat.Compose(context.Target, candidate, Faccessat.Execute),
            OnErrno.GoTo(ErrorCode.ENOENT, next), OnErrno.GoTo(ErrorCode.ENOTDIR, next), OnErrno.GoTo(ErrorCode.ELOOP, next),
            OnErrno.GoTo(ErrorCode.ENAMETOOLONG, next), OnErrno.GoTo(ErrorCode.EACCES, refused));

        // faccessat(2) lets everybody who may search a directory "execute" it; only a directory has ".".
        builder.Call(
            Faccessat.Compose(context.Target, candidate + "/.", Faccessat.Exists),
            OnErrno.GoTo(ErrorCode.ENOTDIR, isFile), OnErrno.Continue(ErrorCode.EACCES), OnErrno.Continue(ErrorCode.ENOENT));
        builder.Mark(refused);
        builder.Store(error, ErrorCodes.ToErrno(KernelSystem.Linux, ErrorCode.EACCES));
        builder.GoTo(next);
        builder.Mark(isFile);
        builder.Store(path, ProgramValue.Address(builder.NewBlock([.. Encoding.UTF8.GetBytes(candidate), 0])));
        builder.GoTo(found);
        builder.Mark(next);
    }
}
