using System.Globalization;

namespace Knast.Native.Remote;

/// <summary>Where an agent listens: <c>tcp://HOST:PORT</c>.</summary>
/// <param name="Host">A name or an address.</param>
/// <param name="Port">1 to 65535.</param>
public readonly record struct AgentAddress(string Host, int Port)
{
    /// <summary>The scheme of an agent's address.</summary>
    public const string Scheme = "tcp";

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static AgentAddress Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri is { Scheme: Scheme, Port: > 0, PathAndQuery: "/" or "" } && uri.UserInfo.Length == 0
            ? new AgentAddress(uri.DnsSafeHost, uri.Port)
            : throw new FormatException($"\"{text}\" is not the address of an agent; write {Scheme}://HOST:PORT, for example {Scheme}://127.0.0.1:9000.");

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");
}
