using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>An interface of one test; for an epair its first end.</summary>
internal sealed class InterfaceScope : IDisposable
{
    private readonly IKernel _kernel;
    private readonly KernelDescriptor _socket;

    public InterfaceScope(IKernel kernel, KernelDescriptor socket, string kind, VlanConfiguration? vlan = null)
    {
        _kernel = kernel;
        _socket = socket;
        Name = InterfaceCreate.Invoke(kernel, socket, kind, vlan);
    }

    public string Name { get; set; }

    /// <summary>The other end of an epair.</summary>
    public string Other => Name[..^1] + "b";

    public void Dispose()
    {
        if (InterfaceList.Find(_kernel, Name) is not null)
        {
            InterfaceDestroy.Invoke(_kernel, _socket, Name);
        }
    }
}
