using Knast.Runtime;

namespace Knast.PowerShell.Arguments;

/// <summary>The network that a container is to be on.</summary>
internal static class NetworkArgument
{
    /// <summary>Takes <c>none</c> or <c>host</c>.</summary>
    /// <exception cref="KnastException"><c>NetworkNotSupported</c>.</exception>
    public static string Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Equals("none", StringComparison.OrdinalIgnoreCase))
            return "none";
        if (text.Equals("host", StringComparison.OrdinalIgnoreCase))
            return "host";
        throw new KnastException(
            "NetworkNotSupported",
            KnastErrorKind.NotSupported,
            $"The network \"{text}\" does not exist: this version of Knast knows \"none\" (a loopback interface only) and \"host\" (the host's own network).",
            text,
            "Give -Network none or -Network host.");
    }
}
