using System.Globalization;
using Knast.Native.Kernel;

namespace Knast.Simulation.ResourceLimits;

/// <summary>A rule of rctl(8), or a filter for rules: what is empty fits everything.</summary>
/// <param name="Subject">What kind of thing it limits.</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="Resource">What is limited.</param>
/// <param name="Action">What happens at the limit.</param>
/// <param name="Amount">The limit.</param>
/// <param name="Per">What the amount is for.</param>
internal sealed record RctlRule(string Subject, string SubjectId, string Resource, string Action, long? Amount, string Per)
{
    public static readonly string[] Resources =
    [
        "cputime", "datasize", "stacksize", "coredumpsize", "memoryuse", "memorylocked", "maxproc", "openfiles", "vmemoryuse", "pseudoterminals",
        "swapuse", "nthr", "msgqqueued", "msgqsize", "nmsgq", "nsem", "nsemop", "nshm", "shmsize", "wallclock", "pcpu", "readbps", "writebps", "readiops", "writeiops",
    ];

    private static readonly string[] s_subjects = ["process", "user", "loginclass", "jail"];

    private static readonly string[] s_notDeniable = ["cputime", "wallclock", "readbps", "writebps", "readiops", "writeiops"];

    private static readonly string[] s_throttleable = ["readbps", "writebps", "readiops", "writeiops"];

    private static readonly string[] s_signals =
    [
        "sighup", "sigint", "sigquit", "sigill", "sigtrap", "sigabrt", "sigemt", "sigfpe", "sigkill", "sigbus", "sigsegv", "sigsys", "sigpipe",
        "sigalrm", "sigterm", "sigurg", "sigstop", "sigtstp", "sigcont", "sigchld", "sigttin", "sigttou", "sigio", "sigxcpu", "sigxfsz",
        "sigvtalrm", "sigprof", "sigwinch", "siginfo", "sigusr1", "sigusr2", "sigthr",
    ];

    /// <summary>Reads a rule or filter (rctl_string_to_rule).</summary>
    /// <exception cref="KernelError">EINVAL, ERANGE.</exception>
    public static RctlRule Parse(string text)
    {
        string[] parts = text.Split('/', 2);
        string[] fields = parts[0].Split(':', 4);
        string[] limit = (fields.ElementAtOrDefault(3) ?? "").Split('=', 2);
        var rule = new RctlRule(
            fields[0], fields.ElementAtOrDefault(1) ?? "", fields.ElementAtOrDefault(2) ?? "", limit[0], ParseAmount(limit.ElementAtOrDefault(1) ?? ""),
            parts.ElementAtOrDefault(1) ?? "");
        bool isKnown = IsOneOf(rule.Subject, s_subjects) && IsOneOf(rule.Resource, Resources)
            && IsOneOf(rule.Action, ["deny", "log", "devctl", "throttle", .. s_signals]) && IsOneOf(rule.Per, s_subjects);
        KernelError.Unless(isKnown, ErrorCode.EINVAL);
        bool isNumbered = rule.Subject is not ("process" or "user") || rule.SubjectId.Length == 0 || uint.TryParse(rule.SubjectId, out _);
        KernelError.Unless(isNumbered, ErrorCode.EINVAL);
        return rule.Subject.Length > 0 && rule.Per.Length == 0 && rule.Amount is not null ? rule with { Per = rule.Subject } : rule;
    }

    /// <summary>Demands that it is a whole rule that the kernel can carry out.</summary>
    /// <exception cref="KernelError">EINVAL, EOPNOTSUPP.</exception>
    public void RequireWhole()
    {
        bool isWhole = Subject.Length > 0 && SubjectId.Length > 0 && Resource.Length > 0 && Action.Length > 0 && Amount is not null;
        KernelError.Unless(isWhole, ErrorCode.EINVAL);
        KernelError.Unless(Action != "deny" || !s_notDeniable.Contains(Resource), ErrorCode.EOPNOTSUPP);
        KernelError.Unless(Action != "throttle" || s_throttleable.Contains(Resource), ErrorCode.EOPNOTSUPP);
    }

    /// <summary>Whether it fits a filter.</summary>
    public bool Fits(RctlRule filter) => Fits(Subject, filter.Subject) && Fits(SubjectId, filter.SubjectId) && Fits(Resource, filter.Resource)
        && Fits(Action, filter.Action) && (filter.Amount is null || filter.Amount == Amount) && (filter.Amount is null || Fits(Per, filter.Per));

    /// <summary>As rctl_get_rules(2) writes it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Subject}:{SubjectId}:{Resource}:{Action}={Amount}{(Per == Subject ? "" : "/" + Per)}");

    private static bool Fits(string own, string filter) => filter.Length == 0 || own == filter;

    private static bool IsOneOf(string name, string[] known) => name.Length == 0 || known.Contains(name);

    private static long? ParseAmount(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        KernelError.Unless(text[0] != '-', ErrorCode.ERANGE);
        KernelError.Unless(text.All(char.IsAsciiDigit), ErrorCode.EINVAL);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long amount) ? amount : throw new KernelError(ErrorCode.ERANGE);
    }
}
