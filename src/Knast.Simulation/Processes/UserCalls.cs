using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Processes;

/// <summary>setuid(2), setresuid(2) and their kin.</summary>
internal static class UserCalls
{
    public static void Register(SystemCallTable table)
    {
        table.Add(24, static call => call.Process.Credentials.RealUser);
        table.Add(25, static call => call.Process.Credentials.EffectiveUser);
        table.Add(23, SetUser);
        table.Add(183, SetEffectiveUser);
        table.Add(311, SetAll);
        table.Add(360, GetAll);
    }

    private static long SetUser(CallContext call)
    {
        uint user = call.UInt32(0);
        Credentials own = call.Process.Credentials;
        KernelError.Unless(own.IsSuperuser || user == own.RealUser || user == own.SavedUser, ErrorCode.EPERM);
        call.Process.Credentials = own with { RealUser = user, EffectiveUser = user, SavedUser = user };
        return 0;
    }

    private static long SetEffectiveUser(CallContext call)
    {
        uint user = call.UInt32(0);
        Credentials own = call.Process.Credentials;
        KernelError.Unless(own.IsSuperuser || user == own.RealUser || user == own.SavedUser, ErrorCode.EPERM);
        call.Process.Credentials = own with { EffectiveUser = user };
        return 0;
    }

    private static long SetAll(CallContext call)
    {
        Credentials own = call.Process.Credentials;
        for (int index = 0; index < 3; index++)
        {
            uint user = call.UInt32(index);
            bool isOwn = user == uint.MaxValue || user == own.RealUser || user == own.EffectiveUser || user == own.SavedUser;
            KernelError.Unless(own.IsSuperuser || isOwn, ErrorCode.EPERM);
        }

        call.Process.Credentials = own with
        {
            RealUser = Choose(call, 0, own.RealUser),
            EffectiveUser = Choose(call, 1, own.EffectiveUser),
            SavedUser = Choose(call, 2, own.SavedUser),
        };
        return 0;
    }

    private static uint Choose(CallContext call, int index, uint old) => call.UInt32(index) == uint.MaxValue ? old : call.UInt32(index);

    private static long GetAll(CallContext call)
    {
        Credentials own = call.Process.Credentials;
        uint[] users = [own.RealUser, own.EffectiveUser, own.SavedUser];
        for (int index = 0; index < users.Length; index++)
        {
            if (call.Address(index) != 0)
            {
                call.Memory.WriteInt32(call.Address(index), (int)users[index]);
            }
        }

        return 0;
    }
}
