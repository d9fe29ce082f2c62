using System.Management.Automation;
using System.Text;

namespace Knast.Shell.Cmdlets;

/// <summary>Opens a file that a cmdlet writes.</summary>
internal static class OutputFile
{
    public static string Resolve(PSCmdlet cmdlet, string path) => cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    public static StreamWriter Open(PSCmdlet cmdlet, string path, Encoding encoding, bool append, bool noClobber, bool force)
    {
        if (noClobber && !append && File.Exists(path))
        {
            cmdlet.ThrowTerminatingError(new ErrorRecord(
                new IOException($"The file '{path}' already exists, and -NoClobber keeps it."), "NoClobber", ErrorCategory.ResourceExists, path));
        }

        if (force && File.Exists(path))
            File.SetAttributes(path, File.GetAttributes(path) & ~FileAttributes.ReadOnly);
        try
        {
            return new StreamWriter(path, append, encoding);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            cmdlet.ThrowTerminatingError(new ErrorRecord(e, "FileOpenFailure", ErrorCategory.OpenError, path));
            throw;
        }
    }
}
