using System.Text;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>
/// Finds where a path leads inside a root, following links within it. The result has no links; who uses it follows none,
/// so that a link put there meanwhile is an error and no way out.
/// </summary>
internal sealed class RootPathResolution
{
    private const int MostLinks = 32;

    private readonly FileCalls _files;
    private readonly KernelDescriptor _root;
    private readonly IReadOnlyCollection<string> _mounted;

    /// <summary>Prepares to resolve paths.</summary>
    /// <param name="files">The file calls.</param>
    /// <param name="root">The root.</param>
    /// <param name="mounted">Places below the root that something will be mounted on: what is below them now will be out of sight.</param>
    public RootPathResolution(FileCalls files, KernelDescriptor root, IReadOnlyCollection<string> mounted)
    {
        _files = files;
        _root = root;
        _mounted = mounted;
    }

    /// <summary>Resolves a path.</summary>
    /// <param name="path">The path; absolute or not, it begins at the root.</param>
    /// <returns>The place, relative to the root; what is missing of it is as it was given.</returns>
    /// <exception cref="KnastException"><c>PathLoops</c>.</exception>
    public string Resolve(string path)
    {
        var done = new List<string>();
        var open = new Stack<string>(Parts(path).Reverse());
        int links = 0;
        while (open.TryPop(out string? part))
        {
            if (part == "..")
            {
                done.RemoveRange(Math.Max(0, done.Count - 1), Math.Min(1, done.Count));
                continue;
            }

            if (LinkAt(string.Join('/', [.. done, part])) is not { } target)
            {
                done.Add(part);
                continue;
            }

            if (++links > MostLinks)
            {
                throw new KnastException("PathLoops", KnastErrorKind.InvalidData, $"{path} leads through more than {MostLinks} links in the root file system.", path);
            }

            if (target.StartsWith('/'))
            {
                done.Clear();
            }

            foreach (string next in Parts(target).Reverse())
            {
                open.Push(next);
            }
        }

        return string.Join('/', done);
    }

    private static IEnumerable<string> Parts(string path) => path.Split('/').Where(part => part is not ("" or "."));

    private string? LinkAt(string path)
    {
        if (_mounted.Any(mount => path.StartsWith(mount + "/", StringComparison.Ordinal)))
        {
            return null;
        }

        try
        {
            return _files.GetStatus(_root, path)?.Type == FileType.SymbolicLink ? Encoding.UTF8.GetString(_files.ReadSymbolicLink(_root, path)) : null;
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENOENT or ErrorCode.ENOTDIR)
        {
            return null;
        }
    }
}
