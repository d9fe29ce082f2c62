using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Events;
using Knast.Simulation.Files;
using Knast.Simulation.Jails;

namespace Knast.Simulation.Descriptors;

/// <summary>What descriptors refer to (struct file).</summary>
internal abstract class OpenFile
{
    private int _references;
    private Jail? _jail;

    protected OpenFile(OpenFlags flags)
    {
        Flags = flags;
    }

    /// <summary>The access mode, and what F_SETFL changes.</summary>
    public OpenFlags Flags { get; set; }

    /// <summary>Whether nothing refers to it any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether descriptors refer to it already.</summary>
    public bool IsReferenced => _references > 0;

    public bool CanRead => (Flags & OpenFlags.AccessMode) is (OpenFlags.ReadOnly or OpenFlags.ReadWrite) && (Flags & (OpenFlags.Path | OpenFlags.Search)) == 0;

    public bool CanWrite => (Flags & OpenFlags.AccessMode) is (OpenFlags.WriteOnly or OpenFlags.ReadWrite) && (Flags & (OpenFlags.Path | OpenFlags.Search)) == 0;

    public bool IsNonBlocking => Flags.HasFlag(OpenFlags.NonBlocking);

    /// <summary>The file in the tree; null for pipes, sockets and the like.</summary>
    public virtual Node? Node => null;

    /// <summary>The kind that kinfo_file has (KF_TYPE_*, sys/user.h).</summary>
    public abstract int Kind { get; }

    /// <summary>What poll(2) finds now.</summary>
    public virtual PollEvents Ready => PollEvents.In | PollEvents.Out | PollEvents.ReadNormal;

    /// <summary>Bytes that can be read now, for EVFILT_READ.</summary>
    public virtual long ReadableBytes => 0;

    /// <summary>Room for bytes that can be written now, for EVFILT_WRITE.</summary>
    public virtual long WritableBytes => 0;

    /// <summary>Whether the other side is gone.</summary>
    public virtual bool IsAtEnd => false;

    /// <summary>Reads; what stands at an offset where the kind of file has one.</summary>
    public virtual int Read(CallContext call, Span<byte> bytes, long? offset) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    /// <summary>Writes.</summary>
    public virtual int Write(CallContext call, ReadOnlySpan<byte> bytes, long? offset) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    /// <summary>ioctl(2).</summary>
    /// <param name="call">The call; its third argument is the request's.</param>
    /// <param name="request">Which.</param>
    public virtual long Ioctl(CallContext call, uint request) => throw new KernelError(ErrorCode.ENOTTY);

    /// <summary>fstat(2).</summary>
    public abstract StatRecord Stat();

    /// <summary>lseek(2).</summary>
    public virtual long Seek(long offset, int whence) => throw new KernelError(ErrorCode.ESPIPE);

    /// <summary>ftruncate(2).</summary>
    public virtual void Truncate(CallContext call, long length) => throw new KernelError(ErrorCode.EINVAL);

    /// <summary>Makes a filter of kqueue(2) for it.</summary>
    public virtual EventSource? Source(int filter) => filter switch
    {
        EventFilter.Read => new ReadableSource(this),
        EventFilter.Write => new WritableSource(this),
        _ => null,
    };

    /// <summary>Remembers where it was opened: a jail does not end before what was opened in it is closed.</summary>
    public void OpenedIn(Jail jail)
    {
        if (_jail is null && !IsClosed)
        {
            _jail = jail;
            jail.OpenFiles.Add(this);
        }
    }

    /// <summary>One more refers to it.</summary>
    public OpenFile Hold()
    {
        _references++;
        return this;
    }

    /// <summary>Takes back a <see cref="Hold"/> that bridged the time until a descriptor refers to it.</summary>
    public void ForgetHold() => _references--;

    /// <summary>One less refers to it; with the last it is closed.</summary>
    public void Release()
    {
        if (--_references == 0)
        {
            IsClosed = true;
            Close();
            if (_jail is { } jail)
            {
                jail.OpenFiles.Remove(this);
                jail.Settle();
            }
        }
    }

    /// <summary>Nothing refers to it any more.</summary>
    protected virtual void Close()
    {
    }
}
