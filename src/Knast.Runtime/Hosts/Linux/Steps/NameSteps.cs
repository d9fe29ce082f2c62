using Knast.Native.Linux.Processes;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>Names the container and sets its kernel parameters.</summary>
internal static class NameSteps
{
    /// <summary>Sets the host name, the domain name and the sysctls of the container's namespaces.</summary>
    public static void Add(LinuxStepContext context, RuntimeConfig config)
    {
        if (!string.IsNullOrEmpty(config.Hostname))
        {
            context.Builder.Call(Sethostname.Compose(context.Target, config.Hostname));
        }

        if (!string.IsNullOrEmpty(config.Domainname))
        {
            context.Builder.Call(Setdomainname.Compose(context.Target, config.Domainname));
        }

        foreach ((string name, string value) in config.Linux?.Sysctl ?? new Dictionary<string, string>())
        {
            KernelFileSteps.Write(context, "/proc/sys/" + name.Replace('.', '/'), value);
        }
    }
}
