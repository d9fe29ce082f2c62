using Knast.Native.FreeBsd.Files;
using Knast.Native.FreeBsd.Processes;
using Knast.Native.FreeBsd.Sockets;
using Knast.Native.Kernel;
using Knast.Native.Tests.Agent;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Sockets, pipes, what they wait for and hand over; locks of files.</summary>
public sealed class SocketFacadeTests : FreeBsdFacadeSuite
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void SequencedPacketsKeepTheirBoundariesAndTakeDescriptorsAlong(string name)
    {
        IKernel kernel = Open(name);
        (KernelDescriptor ours, KernelDescriptor theirs) = Socketpair.Invoke(kernel, SocketKind.SequencedPackets | SocketKind.NonBlocking);
        using (theirs)
        using (ours)
        using (KernelDescriptor file = Openat.Invoke(kernel, Openat.CurrentDirectory, "/", OpenFlags.ReadOnly))
        {
            SendmsgRights.Invoke(kernel, ours, file, "one"u8, endsRecord: true);
            SendmsgRights.Invoke(kernel, ours, file, "other"u8, endsRecord: true);
            Span<byte> buffer = stackalloc byte[100];
            Assert.Equal("one"u8, buffer[..Read.Invoke(kernel, theirs, buffer)]);
            Assert.Equal("other"u8, buffer[..Read.Invoke(kernel, theirs, buffer)]);
            byte[] rest = new byte[10];
            AssertFails(ErrorCode.EAGAIN, () => Read.Invoke(kernel, theirs, rest));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatCannotBeHandedOverIsRefused(string name)
    {
        IKernel kernel = Open(name);
        (KernelDescriptor ours, KernelDescriptor theirs) = Socketpair.Invoke(kernel, SocketKind.Stream);
        using (ours)
        using (KernelDescriptor queue = Kqueue.Invoke(kernel))
        {
            AssertFails(ErrorCode.EOPNOTSUPP, () => SendmsgRights.Invoke(kernel, ours, queue, "x"u8));
            theirs.Dispose();
            AssertFails(ErrorCode.EPIPE, () => SendmsgRights.Invoke(kernel, ours, ours, "x"u8));
            using KernelDescriptor file = Openat.Invoke(kernel, Openat.CurrentDirectory, "/", OpenFlags.ReadOnly);
            AssertFails(ErrorCode.ENOTSOCK, () => SendmsgRights.Invoke(kernel, file, file, "x"u8));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void SeveralDescriptorsAreWaitedFor(string name)
    {
        IKernel kernel = Open(name);
        (KernelDescriptor read, KernelDescriptor write) = Pipe2.Invoke(kernel);
        (KernelDescriptor other, KernelDescriptor end) = Pipe2.Invoke(kernel);
        using (read)
        using (write)
        using (other)
        {
            Assert.Equal([false, false], Ppoll.Invoke(kernel, [read, other], TimeSpan.Zero));
            Write.Invoke(kernel, write, "x"u8);
            Assert.Equal([true, false], Ppoll.Invoke(kernel, [read, other], TimeSpan.FromSeconds(5)));
            end.Dispose();
            Assert.Equal([true, true], Ppoll.Invoke(kernel, [read, other], null));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void DescriptorsAreCloseOnExec(string name)
    {
        IKernel kernel = Open(name);
        (KernelDescriptor read, KernelDescriptor write) = Pipe2.Invoke(kernel);
        (KernelDescriptor first, KernelDescriptor second) = Socketpair.Invoke(kernel, SocketKind.Stream);
        using (read)
        using (write)
        using (first)
        using (second)
        using (KernelDescriptor socket = Socket.Invoke(kernel, SocketFamily.Internet4, SocketKind.Datagrams))
        {
            Assert.All(
                (KernelDescriptor[])[read, write, first, second, socket],
                descriptor => Assert.Equal(1, Fcntl.Invoke(kernel, descriptor, FcntlCommand.GetDescriptorFlags, 0)));
            long copy = Fcntl.Invoke(kernel, read, FcntlCommand.DuplicateCloseOnExec, 40);
            using var owned = new KernelDescriptor(kernel, (int)copy);
            Assert.True(copy >= 40);
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ALockIsHeldByOneOrShared(string name)
    {
        IKernel kernel = Open(name);
        using var directory = new RemoteDirectory(kernel);
        using KernelDescriptor first = OpenLock(kernel, directory);
        using KernelDescriptor second = OpenLock(kernel, directory);
        Flock.Invoke(kernel, first, FlockOperation.Exclusive);
        AssertFails(ErrorCode.EAGAIN, () => Flock.Invoke(kernel, second, FlockOperation.Exclusive));
        AssertFails(ErrorCode.EAGAIN, () => Flock.Invoke(kernel, second, FlockOperation.Shared));
        Flock.Invoke(kernel, first, FlockOperation.Shared);
        Flock.Invoke(kernel, second, FlockOperation.Shared);
        Flock.Invoke(kernel, first, FlockOperation.Unlock);
        Flock.Invoke(kernel, second, FlockOperation.Exclusive);
        (KernelDescriptor read, KernelDescriptor write) = Pipe2.Invoke(kernel);
        using (read)
        using (write)
        {
            AssertFails(ErrorCode.EOPNOTSUPP, () => Flock.Invoke(kernel, read, FlockOperation.Shared));
        }
    }

    private static KernelDescriptor OpenLock(IKernel kernel, RemoteDirectory directory) =>
        Openat.Invoke(kernel, directory.Descriptor, "lock", OpenFlags.ReadWrite | OpenFlags.Create, 0x180);

    private static void AssertFails(ErrorCode code, Action action) => Assert.Equal(code, Assert.Throws<NativeException>(action).Code);
}
