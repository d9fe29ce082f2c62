using System.Reflection;
using System.Text;
using Knast.Native.FreeBsd;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.FreeBsd.Routes;
using Knast.Native.Kernel;
using Knast.Simulation.Network.Ioctls;
using Knast.Simulation.PacketFilter.Ioctls;

namespace Knast.Simulation.Tests.Network;

/// <summary>Whatever bytes come: the simulated kernel answers with a value or an errno, and goes on.</summary>
public sealed class RandomRequestTests
{
    private const int Rounds = 20_000;
    private const int BufferSize = 4096;
    private static readonly string[] s_names = ["vtnet0", "lo0", "epair", "epair0a", "bridge", "bridge0", "vlan7", "tap3", "knast", "_pf", "", "lo0/x"];

    public static TheoryData<string> Releases => [.. SimulatedRelease.All.Select(static release => release.Name)];

    [Theory]
    [MemberData(nameof(Releases))]
    public void OfInterfaces(string release)
    {
        using var machine = new SimulatedMachine(SimulatedRelease.Parse(release));
        using SimulatedKernel kernel = machine.Open();
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using KernelDescriptor socket6 = InterfaceSocket.Invoke(kernel, InternetFamily.IPv6);
        uint[] codes = CodesOf(typeof(IoctlCodes));
        var random = new Random(1);
        for (int round = 0; round < Rounds; round++)
        {
            Ask(kernel, random.Next(3) == 0 ? socket6 : socket, codes[random.Next(codes.Length)], random);
        }

        Assert.NotEmpty(InterfaceList.Invoke(kernel));
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void OfThePacketFilter(string release)
    {
        using var machine = new SimulatedMachine(SimulatedRelease.Parse(release));
        using SimulatedKernel kernel = machine.Open();
        using KernelDescriptor device = PacketFilterDevice.Open(kernel);
        uint[] codes = CodesOf(typeof(FilterCodes));
        var random = new Random(2);
        for (int round = 0; round < Rounds; round++)
        {
            Ask(kernel, device, codes[random.Next(codes.Length)], random);
        }

        Assert.NotNull(PacketFilterGetStatus.Invoke(kernel, device));
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void OfRoutes(string release)
    {
        using var machine = new SimulatedMachine(SimulatedRelease.Parse(release));
        using SimulatedKernel kernel = machine.Open();
        using KernelDescriptor socket = RouteSocket.Invoke(kernel);
        var random = new Random(3);
        int accepted = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] message = Bytes(random, random.Next(4, 400));
            BitConverter.TryWriteBytes(message, (ushort)(random.Next(4) == 0 ? random.Next(600) : message.Length));
            message[2] = 5;
            message[3] = (byte)random.Next(1, 8);
            using SystemCall call = FreeBsdSystemCall.Write(kernel.Target);
            accepted += kernel.Invoke(call.Argument(socket).ArgumentBytes(message).Argument(message.Length)).Failed ? 0 : 1;
        }

        Assert.InRange(accepted, 0, Rounds);
        Assert.NotEmpty(InterfaceList.Invoke(kernel));
    }

    private static uint[] CodesOf(Type codes) =>
        [.. codes.GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.IsLiteral).Select(static field => (uint)field.GetRawConstantValue()!)];

    private static void Ask(SimulatedKernel kernel, KernelDescriptor descriptor, uint code, Random random)
    {
        int length = (int)((code >> 16) & 0x1FFF);
        using SystemCall call = FreeBsdSystemCall.Ioctl(kernel.Target);
        call.Argument(descriptor).Argument(code);
        if (length == 0)
        {
            call.Argument(0);
        }
        else
        {
            BlockReference block = call.AddBlock(length, BlockDirection.InOut);
            Bytes(random, length).CopyTo(call.Bytes(block));
            BlockReference buffer = call.AddBlock(BufferSize, BlockDirection.InOut);
            Bytes(random, BufferSize).CopyTo(call.Bytes(buffer));
            if (length >= sizeof(ulong) && random.Next(4) != 0)
            {
                call.Point(block, PointerOffset(code, length, random), buffer);
            }

            call.Argument(block);
        }

        SystemCallResult result = kernel.Invoke(call);
        Assert.True(!result.Failed || result.Errno > 0, $"0x{code:X} answers {result}.");
    }

    // Where structures of this size have their pointer, or anywhere.
    private static int PointerOffset(uint code, int length, Random random) => length switch
    {
        _ when random.Next(8) == 0 => random.Next((length - sizeof(ulong)) / sizeof(ulong)) * sizeof(ulong),
        16 => 8,
        24 => code == FilterCodes.GetStates ? 16 : 0,
        40 => 32,
        1104 => 1064,
        _ => length - sizeof(ulong),
    };

    // Mostly zeros, sometimes a name at the beginning.
    private static byte[] Bytes(Random random, int length)
    {
        byte[] bytes = new byte[length];
        int count = random.Next(Math.Min(length, 24));
        for (int index = 0; index < count; index++)
        {
            bytes[random.Next(length)] = (byte)(random.Next(3) == 0 ? random.Next(256) : random.Next(32));
        }

        byte[] name = Encoding.ASCII.GetBytes(s_names[random.Next(s_names.Length)]);
        if (random.Next(3) != 0 && name.Length < length)
        {
            name.CopyTo(bytes, 0);
            bytes[name.Length] = 0;
        }

        return bytes;
    }
}
