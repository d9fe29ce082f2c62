using System.Text;
using Knast.Native.Linux.Files;
using Knast.Native.Programs;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>Writes to files of the host's procfs and cgroupfs.</summary>
internal static class KernelFileSteps
{
    /// <summary>Writes a text.</summary>
    public static void Write(LinuxStepContext context, string path, string text)
    {
        ProgramBuilder builder = context.Builder;
        ProgramRegister file = context.File;
        builder.Call(file, Openat.Compose(builder.Target, Openat.CurrentDirectory, path, OpenFlags.WriteOnly));
        var call = Native.Linux.Files.Write.Compose(builder.Target, file, Encoding.UTF8.GetBytes(text));
        call.Subject = $"{path} := {text}";
        builder.Call(call);
        builder.Call(Close.Compose(builder.Target, file));
    }
}
