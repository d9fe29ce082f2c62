using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Files;

/// <summary>extattr_get_fd(2) and its kin.</summary>
internal static class ExtendedAttributeCalls
{
    private const int User = 1;
    private const int System = 2;
    private const int LongestName = 256;

    public static void Register(SystemCallTable table)
    {
        table.Add(371, static call => Set(call, AttributeCalls.OfDescriptor(call)));
        table.Add(372, static call => Get(call, AttributeCalls.OfDescriptor(call)));
        table.Add(373, static call => Delete(call, AttributeCalls.OfDescriptor(call)));
        table.Add(437, static call => List(call, AttributeCalls.OfDescriptor(call)));
        foreach ((int number, LookupFlags flags) in ((int, LookupFlags)[])[(356, LookupFlags.Follow), (412, LookupFlags.None)])
        {
            table.Add(number, call => Set(call, call.Find(0, flags).Required));
            table.Add(number + 1, call => Get(call, call.Find(0, flags).Required));
            table.Add(number + 2, call => Delete(call, call.Find(0, flags).Required));
        }

        table.Add(438, static call => List(call, call.Find(0, LookupFlags.Follow).Required));
        table.Add(439, static call => List(call, call.Find(0, LookupFlags.None).Required));
    }

    private static long Set(CallContext call, Node node)
    {
        (int Space, string Name) key = Key(call);
        byte[] value = call.Memory.Read(call.Address(3), call.Length(4)).ToArray();
        IDictionary<(int Space, string Name), byte[]> attributes = Attributes(call, node, Access.Write);
        KernelError.Unless(!node.IsReadOnly, ErrorCode.EROFS);
        attributes[key] = value;
        return value.Length;
    }

    private static long Get(CallContext call, Node node)
    {
        (int Space, string Name) key = Key(call);
        byte[] value = Attributes(call, node, Access.Read).TryGetValue(key, out byte[]? known) ? known : throw new KernelError(ErrorCode.ENOATTR);
        return Give(call, value, 3);
    }

    private static long Delete(CallContext call, Node node)
    {
        (int Space, string Name) key = Key(call);
        KernelError.Unless(!node.IsReadOnly, ErrorCode.EROFS);
        return Attributes(call, node, Access.Write).Remove(key) ? 0 : throw new KernelError(ErrorCode.ENOATTR);
    }

    private static long List(CallContext call, Node node)
    {
        var names = new MemoryStream();
        foreach ((int space, string name) in Attributes(call, node, Access.Read).Keys)
        {
            if (space == call.Int32(1))
            {
                names.WriteByte((byte)name.Length);
                names.Write(Encoding.Latin1.GetBytes(name));
            }
        }

        return Give(call, names.ToArray(), 2);
    }

    // Without a buffer the length is asked for.
    private static int Give(CallContext call, byte[] value, int buffer)
    {
        if (call.Address(buffer) == 0)
        {
            return value.Length;
        }

        int count = Math.Min(value.Length, call.Length(buffer + 1));
        call.Memory.Write(call.Address(buffer), value.AsSpan(0, count));
        return count;
    }

    private static (int Space, string Name) Key(CallContext call) => (call.Int32(1), call.Memory.ReadText(call.Address(2), LongestName));

    private static IDictionary<(int Space, string Name), byte[]> Attributes(CallContext call, Node node, uint access)
    {
        int space = call.Int32(1);
        IDictionary<(int Space, string Name), byte[]> attributes = node.ExtendedAttributes ?? throw new KernelError(ErrorCode.EOPNOTSUPP);
        KernelError.Unless(space is User or System, ErrorCode.EINVAL);
        Processes.Credentials credentials = call.Process.Credentials;
        if (space == System)
        {
            KernelError.Unless(credentials.IsSuperuser && (!credentials.IsInJail || credentials.Jail.Allows("extattr")), ErrorCode.EPERM);
        }
        else
        {
            new Access(credentials).Require(node, access);
        }

        return attributes;
    }
}
