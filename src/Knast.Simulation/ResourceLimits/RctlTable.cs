using Knast.Simulation.Processes;

namespace Knast.Simulation.ResourceLimits;

/// <summary>The rules of rctl(8), the newest first.</summary>
internal sealed class RctlTable(SimulatedMachine machine)
{
    private const long ProcessMemory = 266240;
    private const long ProcessData = 102400;

    private readonly List<RctlRule> _rules = [];

    public IReadOnlyList<RctlRule> Rules => _rules;

    /// <summary>Adds a rule, in the place of one that differs in its amount only.</summary>
    public void Add(RctlRule rule)
    {
        _rules.RemoveAll(known => known with { Amount = rule.Amount } == rule);
        _rules.Insert(0, rule);
    }

    /// <summary>Removes what fits a filter.</summary>
    /// <returns>How many there were.</returns>
    public int Remove(RctlRule filter) => _rules.RemoveAll(rule => rule.Fits(filter));

    /// <summary>How much of a resource is used.</summary>
    public long Usage(string subject, string id, string resource)
    {
        Process[] processes = [.. machine.Processes.All.Where(process => !process.HasEnded && IsOf(process, subject, id))];
        return resource switch
        {
            "maxproc" or "nthr" => processes.Length,
            "datasize" => processes.Length * ProcessData,
            "vmemoryuse" => processes.Length * ProcessMemory,
            "swapuse" => processes.Length * ProcessMemory * 3,
            "wallclock" => (long)processes.Sum(static process => (DateTimeOffset.UtcNow - process.StartTime).TotalSeconds),
            "openfiles" => processes.Length == 1 ? processes[0].Descriptors.All.Count() : 0,
            _ => 0,
        };
    }

    /// <summary>Whether a rule forbids a process one more child.</summary>
    public bool DeniesFork(Process process) => machine.Options.CountsResources && _rules.Exists(rule =>
        rule is { Resource: "maxproc", Action: "deny" } && IsOf(process, rule.Subject, rule.SubjectId)
        && Usage(rule.Subject, rule.SubjectId, "maxproc") >= rule.Amount);

    private static bool IsOf(Process process, string subject, string id) => subject switch
    {
        "jail" => IsInJail(process, id),
        "process" => process.Pid.ToString(System.Globalization.CultureInfo.InvariantCulture) == id,
        "user" => process.Credentials.RealUser.ToString(System.Globalization.CultureInfo.InvariantCulture) == id,
        _ => process.LoginClass == id,
    };

    private static bool IsInJail(Process process, string name)
    {
        for (Jails.Jail? jail = process.Jail; jail is not null; jail = jail.Parent)
        {
            if (!jail.IsRoot && jail.NameFor(process.Machine.Jails.Root) == name)
            {
                return true;
            }
        }

        return false;
    }
}
