using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.ResourceLimits;

/// <summary>rctl_add_rule(2) and its kin.</summary>
internal static class RctlCalls
{
    private const int LongestInput = 4096;

    public static void Register(SystemCallTable table)
    {
        table.Add(525, GetUsage);
        table.Add(526, GetRules);
        table.Add(527, GetLimits);
        table.Add(528, AddRule);
        table.Add(529, RemoveRule);
    }

    private static string ReadInput(CallContext call)
    {
        KernelError.Unless(call.Machine.Options.CountsResources, ErrorCode.ENOSYS);
        KernelError.Unless(call.Process.Credentials is { IsSuperuser: true, IsInJail: false }, ErrorCode.EPERM);
        KernelError.Unless(call[1] > 0, ErrorCode.EINVAL);
        KernelError.Unless(call[1] <= LongestInput, ErrorCode.E2BIG);
        return call.Memory.ReadText(call.Address(0), call.Length(1));
    }

    private static long Give(CallContext call, string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text + "\0");
        if (call.Address(2) == 0)
        {
            return 0;
        }

        KernelError.Unless(bytes.Length <= call.Length(3), ErrorCode.ERANGE);
        call.Memory.Write(call.Address(2), bytes);
        return 0;
    }

    private static long AddRule(CallContext call)
    {
        RctlRule rule = RctlRule.Parse(ReadInput(call));
        rule.RequireWhole();
        call.Machine.ResourceRules.Add(rule);
        return 0;
    }

    private static long RemoveRule(CallContext call)
    {
        RctlRule filter = RctlRule.Parse(ReadInput(call));
        KernelError.Unless(call.Machine.ResourceRules.Remove(filter) > 0, ErrorCode.ESRCH);
        return 0;
    }

    private static long GetRules(CallContext call)
    {
        RctlRule filter = RctlRule.Parse(ReadInput(call));
        return Give(call, string.Join(',', call.Machine.ResourceRules.Rules.Where(rule => rule.Fits(filter))));
    }

    private static long GetUsage(CallContext call)
    {
        RctlRule filter = RctlRule.Parse(ReadInput(call));
        KernelError.Unless(filter.Subject.Length > 0 && filter.SubjectId.Length > 0, ErrorCode.EINVAL);
        return Give(call, string.Join(',', RctlRule.Resources.Select(resource =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{resource}={call.Machine.ResourceRules.Usage(filter.Subject, filter.SubjectId, resource)}"))));
    }

    private static long GetLimits(CallContext call)
    {
        RctlRule filter = RctlRule.Parse(ReadInput(call));
        KernelError.Unless(filter.Subject == "process", ErrorCode.EINVAL);
        bool isThere = int.TryParse(filter.SubjectId, out int pid) && call.Machine.Processes.Find(pid) is not null;
        KernelError.Unless(isThere, ErrorCode.ESRCH);
        return Give(call, string.Join(',', call.Machine.ResourceRules.Rules.Where(rule => rule.Subject == "process" && rule.SubjectId == filter.SubjectId)));
    }
}
