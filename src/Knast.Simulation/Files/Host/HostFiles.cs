using System.Text;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Simulation.Files.Host;

/// <summary>File calls to this machine's own kernel, with its errors translated. Names are strings in which a character stands for a byte.</summary>
internal sealed class HostFiles
{
    private readonly FileCalls _calls = FileCalls.For(LocalKernel.OpenUntraced());

    /// <summary>Does something in a directory.</summary>
    /// <param name="directory">Its path.</param>
    /// <param name="act">What.</param>
    /// <exception cref="KernelError">What this machine's kernel answers.</exception>
    public T In<T>(string directory, Func<FileCalls, KernelDescriptor, T> act)
    {
        try
        {
            using KernelDescriptor descriptor = _calls.OpenHostDirectory(Bytes(directory));
            return act(_calls, descriptor);
        }
        catch (NativeException error)
        {
            throw new KernelError(ErrorCodes.Exists(KernelSystem.FreeBsd, error.Code) ? error.Code : ErrorCode.EIO);
        }
    }

    /// <summary>Does something in a directory that gives nothing back.</summary>
    public void In(string directory, Action<FileCalls, KernelDescriptor> act) => In(directory, (calls, descriptor) =>
    {
        act(calls, descriptor);
        return 0;
    });

    /// <summary>The bytes of a name.</summary>
    public static byte[] Bytes(string name) => Encoding.Latin1.GetBytes(name);
}
