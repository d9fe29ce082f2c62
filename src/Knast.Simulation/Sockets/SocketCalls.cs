using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Jails;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Sockets;

/// <summary>socket(2), socketpair(2) and what is done with sockets by name.</summary>
internal static class SocketCalls
{
    private const int CloseOnExec = 0x10000000;
    private const int NonBlocking = 0x20000000;
    private const int CurrentDirectory = -100;
    private const int LongestAddress = 255;
    private const int IntegerSize = 4;

    public static void Register(SystemCallTable table)
    {
        table.Add(97, Make);
        table.Add(135, MakePair);
        table.Add(104, static call => Bind(call, CurrentDirectory, 0));
        table.Add(538, static call => Bind(call, call.Int32(0), 1));
        table.Add(98, static call => Connect(call, CurrentDirectory, 0));
        table.Add(539, static call => Connect(call, call.Int32(0), 1));
        table.Add(106, static call => Listen(call));
        table.Add(30, static call => Accept(call, 0));
        table.Add(541, static call => Accept(call, call.Int32(3)));
        table.Add(134, static call => Shutdown(call));
        table.Add(32, static call => WriteName(call, Socket(call, 0).Name, 1));
        table.Add(31, static call => WriteName(call, Socket(call, 0).PeerName, 1));
        table.Add(118, GetOption);
        table.Add(105, SetOption);
    }

    /// <summary>The socket of a descriptor.</summary>
    /// <exception cref="KernelError">EBADF, ENOTSOCK.</exception>
    public static SocketFile Socket(CallContext call, int index) => call.File(index) as SocketFile ?? throw new KernelError(ErrorCode.ENOTSOCK);

    /// <summary>Writes an address and its length, cut to the room there is.</summary>
    public static long WriteName(CallContext call, byte[] name, int address)
    {
        ulong lengthAddress = call.Address(address + 1);
        int room = call.Memory.ReadInt32(lengthAddress);
        KernelError.Unless(room >= 0, ErrorCode.EINVAL);
        call.Memory.Write(call.Address(address), name.AsSpan(0, Math.Min(room, name.Length)));
        call.Memory.WriteInt32(lengthAddress, name.Length);
        return 0;
    }

    private static OpenFlags FlagsOf(int type) => (type & NonBlocking) != 0 ? OpenFlags.NonBlocking : OpenFlags.ReadOnly;

    private static SocketKind KindOf(int type) => (SocketKind)(type & ~(CloseOnExec | NonBlocking));

    private static bool IsUnixType(SocketKind kind) => kind is SocketKind.Stream or SocketKind.Datagram or SocketKind.SequencedPacket;

    private static long Make(CallContext call)
    {
        int type = call.Int32(1);
        JailFamilies.Require(call.Process.Jail, call.Int32(0));
        SocketFile socket;
        if (call.Int32(0) == UnixSocket.UnixFamily)
        {
            KernelError.Unless(IsUnixType(KindOf(type)), ErrorCode.EPROTOTYPE);
            KernelError.Unless(call.Int32(2) == 0, ErrorCode.EPROTONOSUPPORT);
            socket = new UnixSocket(KindOf(type), call.Process.Jail, FlagsOf(type), call.Is15);
        }
        else
        {
            socket = call.Machine.Network.MakeSocket(call, call.Int32(0), KindOf(type), call.Int32(2), FlagsOf(type));
        }

        return call.Process.Descriptors.Add(socket, (type & CloseOnExec) != 0);
    }

    private static long MakePair(CallContext call)
    {
        int type = call.Int32(1);
        KernelError.Unless(call.Int32(0) == UnixSocket.UnixFamily, ErrorCode.EOPNOTSUPP);
        KernelError.Unless(IsUnixType(KindOf(type)), ErrorCode.EPROTOTYPE);
        Span<byte> pair = call.Memory.Write(call.Address(3), 2 * IntegerSize);
        (UnixSocket first, UnixSocket second) = UnixSocket.NewPair(KindOf(type), call.Process.Jail, FlagsOf(type), call.Is15);
        BinaryPrimitives.WriteInt32LittleEndian(pair, call.Process.Descriptors.Add(first, (type & CloseOnExec) != 0));
        BinaryPrimitives.WriteInt32LittleEndian(pair[IntegerSize..], call.Process.Descriptors.Add(second, (type & CloseOnExec) != 0));
        return 0;
    }

    private static ReadOnlySpan<byte> ReadName(CallContext call, int address)
    {
        KernelError.Unless(call[address + 1] is >= 2 and <= LongestAddress, ErrorCode.EINVAL);
        return call.Memory.Read(call.Address(address), (int)call[address + 1]);
    }

    private static long Bind(CallContext call, int directory, int index)
    {
        ReadOnlySpan<byte> name = ReadName(call, index + 1);
        if (Socket(call, index) is UnixSocket local)
        {
            local.BindAt(call, directory, name);
        }
        else
        {
            KernelError.Unless(directory == CurrentDirectory, ErrorCode.EAFNOSUPPORT);
            Socket(call, index).Bind(call, name);
        }

        return 0;
    }

    private static long Connect(CallContext call, int directory, int index)
    {
        ReadOnlySpan<byte> name = ReadName(call, index + 1);
        if (Socket(call, index) is UnixSocket local)
        {
            local.ConnectAt(call, directory, name);
        }
        else
        {
            KernelError.Unless(directory == CurrentDirectory, ErrorCode.EAFNOSUPPORT);
            Socket(call, index).Connect(call, name);
        }

        return 0;
    }

    private static long Listen(CallContext call)
    {
        Socket(call, 0).Listen(call.Int32(1));
        return 0;
    }

    private static long Accept(CallContext call, int type)
    {
        KernelError.Unless((type & ~(CloseOnExec | NonBlocking)) == 0, ErrorCode.EINVAL);
        SocketFile accepted = Socket(call, 0).Accept(call, FlagsOf(type));
        int descriptor = call.Process.Descriptors.Add(accepted, (type & CloseOnExec) != 0);
        if (call.Address(1) != 0)
        {
            WriteName(call, accepted.PeerName, 1);
        }

        return descriptor;
    }

    private static long Shutdown(CallContext call)
    {
        KernelError.Unless(call.Int32(1) is >= 0 and <= 2, ErrorCode.EINVAL);
        Socket(call, 0).Shutdown(call.Int32(1));
        return 0;
    }

    private static long GetOption(CallContext call)
    {
        byte[] value = Socket(call, 0).GetOption(call.Int32(1), call.Int32(2));
        int room = call.Memory.ReadInt32(call.Address(4));
        call.Memory.Write(call.Address(3), value.AsSpan(0, Math.Min(room, value.Length)));
        call.Memory.WriteInt32(call.Address(4), Math.Min(room, value.Length));
        return 0;
    }

    private static long SetOption(CallContext call)
    {
        Socket(call, 0).SetOption(call, call.Int32(1), call.Int32(2), call.Memory.Read(call.Address(3), call.Int32(4)));
        return 0;
    }
}
