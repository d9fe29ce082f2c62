using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Files;

/// <summary>Looks paths up for a process, name by name, through mounts and links, never above its root (namei(9)).</summary>
internal sealed class PathLookup(Process process)
{
    private const int LongestName = 255;
    private const int LongestPath = 1024;
    private const int MostLinks = 32;

    /// <summary>The directory above, through mounts; the topmost is above itself.</summary>
    public static Node ParentOf(Node directory)
    {
        while (directory.Parent is null && directory.Mount.Covered is { } covered)
        {
            directory = covered;
        }

        return directory.Parent ?? directory;
    }

    /// <summary>What is seen of a file: the root of what is mounted on it, if anything is.</summary>
    public static Node Uncovered(Node node)
    {
        while (node.MountedHere is { } mount)
        {
            node = mount.Root;
        }

        return node;
    }

    /// <summary>Looks a path up.</summary>
    /// <param name="start">Where a relative path starts.</param>
    /// <param name="path">The path.</param>
    /// <param name="flags">How.</param>
    /// <exception cref="KernelError">ENOENT, ENOTDIR, EACCES, ELOOP, ENAMETOOLONG, ENOTCAPABLE.</exception>
    public Found Find(Node start, string path, LookupFlags flags)
    {
        if (path.Length == 0)
        {
            return flags.HasFlag(LookupFlags.Empty) ? new Found(start, ".", start) : throw new KernelError(ErrorCode.ENOENT);
        }

        var walk = new Walk(process, start, flags);
        return walk.Go(path);
    }

    private sealed class Walk(Process process, Node start, LookupFlags flags)
    {
        private readonly Stack<string> _rest = new();
        private readonly Access _access = new(process.Credentials);
        private Node _current = start;
        private int _depth;
        private int _links;

        public Found Go(string path)
        {
            Push(path);
            while (_rest.TryPop(out string? name))
            {
                bool isLast = _rest.All(static name => name.Length == 0);
                bool endsWithSlash = isLast && _rest.Count > 0;
                if (Step(name, isLast, endsWithSlash) is { } found)
                {
                    return found;
                }
            }

            return new Found(ParentOf(_current), ".", _current);
        }

        // An empty last name stands for a slash at the end.
        private void Push(string path)
        {
            if (path.StartsWith('/'))
            {
                KernelError.Unless(!flags.HasFlag(LookupFlags.Beneath), ErrorCode.ENOTCAPABLE);
                _current = process.Root;
            }

            string[] names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (path.EndsWith('/') && names.Length > 0)
            {
                _rest.Push("");
            }

            foreach (string name in Enumerable.Reverse(names))
            {
                _rest.Push(name);
            }
        }

        private Found? Step(string name, bool isLast, bool endsWithSlash)
        {
            if (name.Length == 0)
            {
                KernelError.Unless(_current.IsDirectory, ErrorCode.ENOTDIR);
                return null;
            }

            KernelError.Unless(_current.IsDirectory, ErrorCode.ENOTDIR);
            KernelError.Unless(name.Length <= LongestName, ErrorCode.ENAMETOOLONG);
            _access.Require(_current, Access.Execute);
            if (name is "." or "..")
            {
                GoTo(name);
                return isLast ? new Found(_current, name, _current) : null;
            }

            Node? node = _current.Lookup(name) is { } entry ? Uncovered(entry) : null;
            if (node is null)
            {
                return Missing(name, isLast, endsWithSlash);
            }

            if (node.Type == FileType.SymbolicLink && (!isLast || endsWithSlash || flags.HasFlag(LookupFlags.Follow)))
            {
                Follow(node);
                return null;
            }

            if (isLast && !endsWithSlash)
            {
                return new Found(_current, name, node);
            }

            KernelError.Unless(node.IsDirectory, ErrorCode.ENOTDIR);
            if (isLast)
            {
                return new Found(_current, name, node);
            }

            _depth++;
            _current = node;
            return null;
        }

        private Found Missing(string name, bool isLast, bool endsWithSlash)
        {
            bool isAllowed = isLast && (!endsWithSlash || !flags.HasFlag(LookupFlags.Create) || flags.HasFlag(LookupFlags.WillBeDirectory));
            return isAllowed ? new Found(_current, name, null) : throw new KernelError(ErrorCode.ENOENT);
        }

        private void GoTo(string name)
        {
            if (name == "." || _current == process.Root || _current == process.Jail.Root)
            {
                KernelError.Unless(name == "." || !flags.HasFlag(LookupFlags.Beneath), ErrorCode.ENOTCAPABLE);
                return;
            }

            KernelError.Unless(!flags.HasFlag(LookupFlags.Beneath) || _depth-- > 0, ErrorCode.ENOTCAPABLE);
            _current = ParentOf(_current);
        }

        private void Follow(Node link)
        {
            KernelError.Unless(++_links <= MostLinks, ErrorCode.ELOOP);
            string content = link.ReadLink();
            KernelError.Unless(content.Length > 0, ErrorCode.ENOENT);
            KernelError.Unless(content.Length < LongestPath, ErrorCode.ENAMETOOLONG);
            Push(content);
        }
    }
}
