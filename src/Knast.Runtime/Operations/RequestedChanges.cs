using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Operations;

/// <summary>Applies what a caller asks beyond what an image's configuration can say: network, capabilities, limits.</summary>
internal static class RequestedChanges
{
    /// <summary>Applies the request.</summary>
    /// <exception cref="KnastException"><c>NetworkUnknown</c>, and what <see cref="RequestedLimits"/> refuses.</exception>
    public static RuntimeConfig Apply(RuntimeConfig config, CreateRequest request)
    {
        RuntimeConfig changed = RequestedLimits.Apply(Network(config, request.Network), request);
        ContainerProcess process = changed.Process!;
        return changed with
        {
            Process = process with
            {
                Rlimits = request.ResourceLimits.Count > 0 ? request.ResourceLimits : process.Rlimits,
                Capabilities = Capabilities(process.Capabilities, request),
            },
        };
    }

    private static RuntimeConfig Network(RuntimeConfig config, string network) => network.ToLowerInvariant() switch
    {
        "none" => config,
        "host" when config.Linux is { } linux => config with
        {
            Linux = linux with { Namespaces = [.. linux.Namespaces.Where(item => item.Type is not ("network" or "uts"))] },
            Hostname = null,
        },
        _ => throw new KnastException(
            "NetworkUnknown", KnastErrorKind.NotSupported, $"There is no network \"{network}\"; this version of Knast has \"none\" and \"host\".", network),
    };

    private static LinuxCapabilities? Capabilities(LinuxCapabilities? sets, CreateRequest request)
    {
        if (sets is null || request.AddCapabilities.Count + request.DropCapabilities.Count == 0)
        {
            return sets;
        }

        HashSet<string> names = [.. sets.Bounding];
        foreach (string name in request.DropCapabilities.Select(Full))
        {
            names.RemoveWhere(known => name == "CAP_ALL" || known == name);
        }

        foreach (string name in request.AddCapabilities.Select(Full))
        {
            names.UnionWith(name == "CAP_ALL" ? Hosts.Linux.LinuxCapabilitySet.Names : [name]);
        }

        string[] all = [.. names.Order(StringComparer.Ordinal)];
        return sets with { Bounding = all, Effective = all, Permitted = all, Inheritable = [] };
    }

    private static string Full(string name)
    {
        string upper = name.ToUpperInvariant();
        return upper.StartsWith("CAP_", StringComparison.Ordinal) ? upper : "CAP_" + upper;
    }
}
