using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Programs;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>Finds and makes places inside the root file system. Links are followed within the root and never lead out of it.</summary>
internal static class PathSteps
{
    private const ResolveFlags Inside = ResolveFlags.InRoot | ResolveFlags.NoMagicLinks;
    private const uint DirectoryMode = 0x1ED;
    private const uint EmptyFileMode = 0x81A4;

    // openat2(2) gives EAGAIN where something was renamed or mounted meanwhile and the path has "..".
    private const int Attempts = 2;

    /// <summary>Opens a place (O_PATH).</summary>
    /// <param name="context">The program.</param>
    /// <param name="result">The register for the descriptor.</param>
    /// <param name="path">The place, absolute.</param>
    /// <param name="missing">Where to go on when there is no such place; null for failing.</param>
    public static void Open(LinuxStepContext context, ProgramRegister result, string path, ProgramLabel? missing = null) =>
        Open(context, result, path, OpenFlags.Path, missing);

    /// <summary>Opens a place after making what is missing of it.</summary>
    /// <param name="context">The program.</param>
    /// <param name="result">The register for the descriptor.</param>
    /// <param name="path">The place, absolute.</param>
    /// <param name="isDirectory">Whether it is to be a directory or an empty file.</param>
    public static void Ensure(LinuxStepContext context, ProgramRegister result, string path, bool isDirectory)
    {
        ProgramBuilder builder = context.Builder;
        var missing = new ProgramLabel();
        var found = new ProgramLabel();
        Open(context, result, path, missing);
        builder.GoTo(found);
        builder.Mark(missing);
        string[] parts = Relative(path).Split('/', StringSplitOptions.RemoveEmptyEntries);
        Open(context, context.Parent, "/");
        for (int index = 0; index < parts.Length; index++)
        {
            Make(context, parts[index], isDirectory || index < parts.Length - 1, path);
            string reached = "/" + string.Join('/', parts[..(index + 1)]);
            Open(context, context.Next, reached, OpenFlags.Path, missing: null, $"{path}: {reached} leads nowhere in the root file system");
            builder.Call(Close.Compose(context.Target, context.Parent));
            builder.Store(context.Parent, context.Next);
        }

        builder.Store(result, context.Parent);
        builder.Mark(found);
    }

    /// <summary>A path as the kernel is to see it: relative to the root.</summary>
    public static string Relative(string path)
    {
        string relative = path.TrimStart('/');
        return relative.Length == 0 ? "." : relative;
    }

    private static void Open(
        LinuxStepContext context, ProgramRegister result, string path, OpenFlags flags, ProgramLabel? missing, string? subject = null)
    {
        var opened = new ProgramLabel();
        List<OnErrno> on = missing is null
            ? []
            : [OnErrno.GoTo(ErrorCode.ENOENT, missing), OnErrno.GoTo(ErrorCode.ENOTDIR, missing)];
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            OnErrno[] again = attempt < Attempts ? [.. on, OnErrno.Success(opened), OnErrno.Continue(ErrorCode.EAGAIN)] : [.. on];
            SystemCall call = Openat2.Compose(context.Target, context.Root, Relative(path), flags, Inside);
            call.Subject = subject ?? $"{path} in the root file system";
            context.Builder.Call(result, call, again);
        }

        context.Builder.Mark(opened);
    }

    private static void Make(LinuxStepContext context, string name, bool isDirectory, string path)
    {
        SystemCall call = isDirectory
            ? Mkdirat.Compose(context.Target, context.Parent, name, DirectoryMode)
            : Mknodat.Compose(context.Target, context.Parent, name, EmptyFileMode, 0);
        call.Subject = $"{name} of {path} in the root file system";
        context.Builder.Call(call, OnErrno.Continue(ErrorCode.EEXIST));
    }
}
