using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.Agent;

/// <summary>A directory of one test on a kernel whose files are not this machine's.</summary>
internal sealed class RemoteDirectory : IDisposable
{
    private readonly KernelDescriptor _parent;

    /// <summary>Makes an empty one, named after the running test, so that the calls are the same each time.</summary>
    public RemoteDirectory(IKernel kernel, string suffix = "")
    {
        Files = FileCalls.For(kernel);
        _parent = Files.OpenHostDirectory("/tmp");
        Name = TestContext.Current.TestMethod?.MethodName + suffix;
        TreeRemoval.Remove(Files, _parent, Name);
        Files.MakeDirectory(_parent, Name, 0x1C0);
        Descriptor = Files.OpenHostDirectory(Path);
    }

    public FileCalls Files { get; }

    public string Name { get; }

    public string Path => "/tmp/" + Name;

    public KernelDescriptor Descriptor { get; }

    public byte[] Read(string name)
    {
        using KernelDescriptor file = Files.Open(Descriptor, name, FileOpenFlags.ReadOnly);
        var content = new MemoryStream();
        byte[] buffer = new byte[65536];
        for (int count; (count = Files.Read(file, buffer)) > 0;)
        {
            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }

    public void Dispose()
    {
        Descriptor.Dispose();
        TreeRemoval.Remove(Files, _parent, Name);
        _parent.Dispose();
    }
}
