using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Processes;

/// <summary>getpid(2), getppid(2), umask(2), setlogin(2), setloginclass(2) and the like.</summary>
internal static class IdentityCalls
{
    private const int LongestLogin = 33;

    public static void Register(SystemCallTable table)
    {
        table.Add(20, static call => call.Process.Pid);
        table.Add(39, static call => call.Process.Parent?.Pid ?? 0);
        table.Add(60, Umask);
        table.Add(49, static call => WriteText(call, call.Process.Login));
        table.Add(50, SetLogin);
        table.Add(523, static call => WriteText(call, call.Process.LoginClass));
        table.Add(524, SetLoginClass);
        table.Add(253, static _ => 0);
        table.Add(331, static _ => 0);
    }

    private static long Umask(CallContext call)
    {
        uint old = call.Process.Umask;
        call.Process.Umask = call.UInt32(0) & 0x1FF;
        return old;
    }

    private static long WriteText(CallContext call, string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text + "\0");
        KernelError.Unless(bytes.Length <= call.Length(1), ErrorCode.ERANGE);
        call.Memory.Write(call.Address(0), bytes);
        return 0;
    }

    private static long SetLogin(CallContext call)
    {
        KernelError.Unless(call.Process.Credentials.IsSuperuser, ErrorCode.EPERM);
        call.Process.Login = ReadName(call);
        return 0;
    }

    private static long SetLoginClass(CallContext call)
    {
        KernelError.Unless(call.Process.Credentials.IsSuperuser, ErrorCode.EPERM);
        call.Process.LoginClass = ReadName(call);
        return 0;
    }

    private static string ReadName(CallContext call)
    {
        try
        {
            return call.Memory.ReadText(call.Address(0), LongestLogin);
        }
        catch (KernelError error) when (error.Code == ErrorCode.ENAMETOOLONG)
        {
            throw new KernelError(ErrorCode.EINVAL);
        }
    }
}
