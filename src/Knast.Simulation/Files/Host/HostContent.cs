using Knast.Native.Files;
using Knast.Native.Kernel;
using Microsoft.Win32.SafeHandles;

namespace Knast.Simulation.Files.Host;

/// <summary>The content of a file of this machine. It stays open while somebody has it open, so that it outlives its name.</summary>
internal sealed class HostContent(HostFileSystem fileSystem) : IDisposable
{
    private KernelDescriptor? _descriptor;
    private SafeFileHandle? _handle;
    private int _openCount;

    /// <summary>Somebody opened it, or closed it.</summary>
    public void Opened(bool isOpen, string directory, string name)
    {
        _openCount += isOpen ? 1 : -1;
        if (isOpen)
        {
            Open(directory, name);
        }
        else if (_openCount == 0)
        {
            Close();
        }
    }

    public int Read(string directory, string name, long offset, Span<byte> bytes)
    {
        SafeFileHandle handle = Open(directory, name);
        int count = RandomAccess.Read(handle, bytes, offset);
        CloseUnlessOpen();
        return count;
    }

    public int Write(string directory, string name, long offset, ReadOnlySpan<byte> bytes)
    {
        SafeFileHandle handle = Open(directory, name);
        try
        {
            RandomAccess.Write(handle, bytes, offset);
        }
        catch (IOException)
        {
            throw new KernelError(ErrorCode.ENOSPC);
        }

        CloseUnlessOpen();
        return bytes.Length;
    }

    public void SetLength(string directory, string name, long length)
    {
        RandomAccess.SetLength(Open(directory, name), length);
        CloseUnlessOpen();
    }

    /// <summary>What this machine says of it; null where it is not open.</summary>
    public FileStatus? Status() => _descriptor is { } open ? fileSystem.Files.In(fileSystem.Directory, (calls, _) => calls.GetStatus(open)) : null;

    private SafeFileHandle Open(string directory, string name)
    {
        if (_handle is null)
        {
            _descriptor = fileSystem.Files.In(directory, (calls, here) => OpenFor(calls, here, HostFiles.Bytes(name)));
            _handle = new SafeFileHandle(_descriptor.Number, ownsHandle: false);
        }

        return _handle;
    }

    private static KernelDescriptor OpenFor(FileCalls calls, KernelDescriptor here, byte[] name)
    {
        try
        {
            return calls.Open(here, name, FileOpenFlags.ReadWrite | FileOpenFlags.NoFollow);
        }
        catch (NativeException error) when (error.Code is ErrorCode.EACCES or ErrorCode.EROFS or ErrorCode.ETXTBSY or ErrorCode.EPERM)
        {
            return calls.Open(here, name, FileOpenFlags.ReadOnly | FileOpenFlags.NoFollow);
        }
    }

    private void CloseUnlessOpen()
    {
        if (_openCount == 0)
        {
            Close();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private void Close()
    {
        _handle?.Dispose();
        _descriptor?.Dispose();
        _handle = null;
        _descriptor = null;
    }
}
