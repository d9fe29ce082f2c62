using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.Sysctls;
using Knast.Native.Kernel;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>Refuses a container that needs what this kernel does not have, before anything is made.</summary>
internal sealed class FreeBsdRequirements
{
    private const int OldestKernel = 1_300_000;

    private readonly IKernel _kernel;
    private readonly DevfsRulesets _rulesets;

    public FreeBsdRequirements(IKernel kernel, DevfsRulesets rulesets)
    {
        _kernel = kernel;
        _rulesets = rulesets;
    }

    /// <summary>Checks all.</summary>
    public void Check(RuntimeConfig config, JailRequest request)
    {
        if (_kernel.Target.Version < OldestKernel)
        {
            throw new KnastException(
                "KernelTooOld", KnastErrorKind.NotSupported, $"This kernel is FreeBSD {_kernel.Target.Version}; Knast needs 13.0 (1300000) or newer.");
        }

        CheckParent(request);
        CheckAllow(request);
        CheckRulesets(config);
        CheckAccounting(config);
    }

    private void CheckParent(JailRequest request)
    {
        if (request.Jail.Parent is { Length: > 0 } parent && JailGet.TryInvoke(_kernel, JailKey.Name(parent), [KnownJailParameters.Jid]) is null)
        {
            throw new KnastException(
                "ParentJailNotFound", KnastErrorKind.NotFound, $"There is no jail \"{parent}\" to be the parent of the container's.", parent,
                "Create it first, or leave the parent out.");
        }
    }

    private void CheckAllow(JailRequest request)
    {
        string[] wanted = [.. JailAllow.Of(request.Jail).Keys.Concat(request.Allow.Keys).Select(name => "allow." + name)];
        if (wanted.Length == 0)
        {
            return;
        }

        IReadOnlyDictionary<string, JailParameterDefinition> known = JailParameterCatalogue.Read(_kernel);
        foreach (string name in wanted.Where(name => !known.ContainsKey(name)))
        {
            string hint = name.StartsWith("allow.mount.", StringComparison.Ordinal)
                ? $"The kernel module of {name["allow.mount.".Length..]} must be loaded first (kldload)."
                : $"This kernel knows {string.Join(", ", known.Keys.Where(key => key.StartsWith("allow.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))}.";
            throw new KnastException("JailParameterUnknown", KnastErrorKind.NotSupported, $"This kernel has no jail parameter \"{name}\".", name, hint);
        }
    }

    private void CheckRulesets(RuntimeConfig config)
    {
        foreach (int ruleset in FreeBsdMountPlan.NamedRulesets(config.Mounts).Where(ruleset => !_rulesets.Exists(ruleset)))
        {
            throw new KnastException(
                "DevfsRulesetNotFound", KnastErrorKind.NotFound,
                $"There is no devfs ruleset {ruleset} on this host: the container would see every device.", ruleset,
                "Load the host's rules (service devfs start), name another ruleset, or none: then Knast makes one.");
        }
    }

    private void CheckAccounting(RuntimeConfig config)
    {
        if (ResourceRulePlan.Rules(config.Linux?.Resources, "any").Count > 0 && Sysctlbyname.TryReadNumber(_kernel, "kern.racct.enable") != 1)
        {
            throw new KnastException(
                "AccountingOff", KnastErrorKind.NotSupported, "Limits need resource accounting, which is off in this kernel.", "kern.racct.enable",
                "Set kern.racct.enable=1 in /boot/loader.conf and boot.");
        }

        _ = ResourceRulePlan.Processors(config.Linux?.Resources);
    }
}
