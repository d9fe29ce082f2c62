using Knast.Native.FreeBsd.Jails;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>A persistent jail of one test.</summary>
internal sealed class JailScope : IDisposable
{
    private readonly IKernel _kernel;

    public JailScope(IKernel kernel, string name, params JailParameter[] parameters)
    {
        _kernel = kernel;
        Name = name;
        Id = JailSet.Invoke(
            kernel,
            [
                JailParameter.Text("name", name),
                .. parameters.Any(static parameter => parameter.Name == "path") ? [] : new[] { JailParameter.Text("path", "/") },
                JailParameter.Flag("persist", true),
                .. parameters,
            ],
            JailFlags.Create);
    }

    public string Name { get; }

    public int Id { get; }

    public JailKey Key => JailKey.Id(Id);

    /// <summary>Waits until nothing is left of the jail, which takes a moment where sockets were in it.</summary>
    public void WaitUntilGone() => Assert.True(
        SpinWait.SpinUntil(
            () => JailGet.TryInvoke(_kernel, Key, [KnownJailParameters.Dying], JailFlags.Dying) is null, TimeSpan.FromSeconds(20)),
        $"The jail {Name} stays.");

    public void Dispose() => JailRemove.Invoke(_kernel, Id);
}
