using Knast.Native.Files;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>
/// Opens a path below a directory that stands for the root, name by name, since O_RESOLVE_BENEATH refuses the absolute links that are meant to
/// stay within the root.
/// </summary>
/// <remarks>
/// Every name is opened without following a link, and every link is read and walked here; ".." goes back to a directory that is still open and is
/// never looked up. So no exchange of names on the way leads out. What remains: somebody who may rename a directory of the path to a place
/// outside the root, which takes access to both, moves what is found below it along.
/// </remarks>
internal sealed class RootWalk : IDisposable
{
    [AbiConstant("MAXSYMLINKS")]
    private const int MostLinks = 32;

    private const int DeepestDescent = 256;

    private readonly IKernel _kernel;
    private readonly KernelDescriptor _root;
    private readonly string _path;
    private readonly bool _refusesLinks;
    private readonly List<KernelDescriptor> _entered = [];
    private readonly Stack<byte[]> _rest = new();
    private int _links;

    /// <summary>Begins a walk.</summary>
    public RootWalk(IKernel kernel, KernelDescriptor root, KernelText path, bool refusesLinks)
    {
        _kernel = kernel;
        _root = root;
        _path = path.ToString();
        _refusesLinks = refusesLinks;
        byte[] bytes = new byte[path.ByteCount];
        path.CopyTo(bytes);
        Push(bytes);
    }

    private KernelDescriptor Current => _entered.Count == 0 ? _root : _entered[^1];

    /// <summary>Goes to the end and opens what is there.</summary>
    public KernelDescriptor Open(OpenFlags flags, uint mode)
    {
        while (_rest.TryPop(out byte[]? name))
        {
            if (name.AsSpan().SequenceEqual(".."u8))
            {
                Leave();
            }
            else if (!name.AsSpan().SequenceEqual("."u8))
            {
                KernelDescriptor? opened = _rest.Count > 0 ? Enter(name)
                    : flags.HasFlag(OpenFlags.Path) ? OpenPlace(name, flags)
                    : OpenFile(name, flags, mode);
                if (opened is not null)
                {
                    return opened;
                }
            }
        }

        return Require(Try(OpenFlags.ReadOnly, "."u8, flags, mode, out SystemCallResult result), result);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (KernelDescriptor directory in _entered)
        {
            directory.Dispose();
        }

        _entered.Clear();
    }

    private KernelDescriptor? Enter(byte[] name)
    {
        KernelDescriptor? directory = Try(OpenFlags.Search | OpenFlags.Directory, name, OpenFlags.NoFollow, 0, out SystemCallResult result);
        if (directory is null && result.Code() == ErrorCode.EMLINK)
        {
            Follow(name);
            return null;
        }

        _entered.Add(Require(directory, result));
        return _entered.Count > DeepestDescent ? throw Failure(ErrorCode.ENAMETOOLONG) : null;
    }

    private void Leave()
    {
        if (_entered.Count > 0)
        {
            Current.Dispose();
            _entered.RemoveAt(_entered.Count - 1);
        }
    }

    private KernelDescriptor? OpenFile(byte[] name, OpenFlags flags, uint mode)
    {
        KernelDescriptor? file = Try(OpenFlags.NoFollow, name, flags, mode, out SystemCallResult result);
        if (file is not null || result.Code() != ErrorCode.EMLINK || flags.HasFlag(OpenFlags.NoFollow))
        {
            return Require(file, result);
        }

        Follow(name);
        return null;
    }

    // O_PATH with O_NOFOLLOW opens a link itself, so what was opened has to be asked for.
    private KernelDescriptor? OpenPlace(byte[] name, OpenFlags flags)
    {
        KernelDescriptor place = Require(Try(OpenFlags.NoFollow, name, OpenFlags.Path, 0, out SystemCallResult result), result);
        FileType type = Fstat.Invoke(_kernel, place).ToFileStatus().Type;
        if (type == FileType.SymbolicLink && !flags.HasFlag(OpenFlags.NoFollow))
        {
            place.Dispose();
            Follow(name);
            return null;
        }

        if (type != FileType.Directory && flags.HasFlag(OpenFlags.Directory))
        {
            place.Dispose();
            throw Failure(ErrorCode.ENOTDIR);
        }

        return place;
    }

    private void Follow(byte[] name)
    {
        if (_refusesLinks || ++_links > MostLinks)
        {
            throw Failure(ErrorCode.ELOOP);
        }

        using SystemCall call = Readlinkat.Compose(_kernel.Target, Current, name);
        SystemCallResult result = _kernel.Invoke(call);
        if (result.Failed)
        {
            // EINVAL: the link has become something else meanwhile, which is then looked at anew.
            _rest.Push(result.Code() == ErrorCode.EINVAL ? name : throw Failure(result.Errno));
            return;
        }

        ReadOnlySpan<byte> content = call.Bytes(Readlinkat.ContentBlock)[..(int)result.Value];
        if (content.Contains((byte)0))
        {
            throw Failure(ErrorCode.EINVAL);
        }

        if (content.StartsWith("/"u8))
        {
            Dispose();
        }

        Push(content);
    }

    private void Push(ReadOnlySpan<byte> path)
    {
        if (path.IsEmpty)
        {
            throw Failure(ErrorCode.ENOENT);
        }

        // A slash at the end means the directory itself, as "." after it does.
        if (path[^1] == (byte)'/')
        {
            _rest.Push([(byte)'.']);
        }

        while (!path.IsEmpty)
        {
            int slash = path.LastIndexOf((byte)'/');
            if (slash < path.Length - 1)
            {
                _rest.Push(path[(slash + 1)..].ToArray());
            }

            path = path[..Math.Max(slash, 0)];
        }
    }

    private KernelDescriptor? Try(OpenFlags added, ReadOnlySpan<byte> name, OpenFlags flags, uint mode, out SystemCallResult result)
    {
        using SystemCall call = Openat.Compose(_kernel.Target, Current, name, flags | added, mode);
        result = _kernel.Invoke(call);
        return result.Failed ? null : new KernelDescriptor(_kernel, (int)result.Value);
    }

    private KernelDescriptor Require(KernelDescriptor? opened, SystemCallResult result) => opened ?? throw Failure(result.Errno);

    private NativeException Failure(ErrorCode code) => Failure(ErrorCodes.ToErrno(KernelSystem.FreeBsd, code));

    private NativeException Failure(int errno) => new(KernelSystem.FreeBsd, errno, "openat", _path);
}
