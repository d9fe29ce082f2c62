using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Events;
using Knast.Simulation.Files;

namespace Knast.Simulation.Devfs;

/// <summary>An open device: a file of the tree, and what its driver makes of it.</summary>
internal sealed class DeviceFile(DevfsNode node, OpenFile driver, OpenFlags flags) : NodeFile(node, flags)
{
    public override PollEvents Ready => driver.Ready;

    public override long ReadableBytes => driver.ReadableBytes;

    public override long WritableBytes => driver.WritableBytes;

    public override bool IsAtEnd => driver.IsAtEnd;

    public override int Read(CallContext call, Span<byte> bytes, long? offset) => driver.Read(call, bytes, offset);

    public override int Write(CallContext call, ReadOnlySpan<byte> bytes, long? offset) => driver.Write(call, bytes, offset);

    public override long Ioctl(CallContext call, uint request) => driver.Ioctl(call, request);

    public override long Seek(long offset, int whence) => 0;

    public override EventSource? Source(int filter) => driver.Source(filter);

    protected override void Close()
    {
        base.Close();
        driver.Hold().Release();
    }
}
