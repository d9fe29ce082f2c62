using Knast.Oci.RuntimeSpec;

namespace Knast.PowerShell.Arguments;

/// <summary>Limits of setrlimit(2) as people write them: <c>nofile=1024</c>, <c>nofile=1024:4096</c> (soft and hard), <c>core=unlimited</c>, <c>memlock=64MB</c>.</summary>
internal static class ResourceLimitArgument
{
    private const string Prefix = "RLIMIT_";

    /// <summary>Reads limits.</summary>
    /// <exception cref="Runtime.KnastException"><c>ResourceLimitInvalid</c>: says what is wrong.</exception>
    public static IReadOnlyList<PosixRlimit> Parse(IReadOnlyDictionary<string, string> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return [.. limits.Select(limit => One(limit.Key, limit.Value))];
    }

    private static PosixRlimit One(string name, string value)
    {
        string type = name.Trim().ToUpperInvariant();
        string[] parts = value.Split(':');
        if (parts.Length > 2)
            throw Fault(name, value, $"it has {parts.Length} parts");
        ulong soft = Number(name, value, parts[0]);
        ulong hard = Number(name, value, parts[^1]);
        if (soft > hard)
            throw Fault(name, value, "the soft limit is above the hard one");
        return new PosixRlimit { Type = type.StartsWith(Prefix, StringComparison.Ordinal) ? type : Prefix + type, Soft = soft, Hard = hard };
    }

    private static ulong Number(string name, string value, string part)
    {
        if (part.Trim() is "unlimited" or "-1")
            return ulong.MaxValue;
        return ByteSize.TryParse(part, out long number) ? (ulong)number : throw Fault(name, value, $"\"{part}\" is no number");
    }

    private static Runtime.KnastException Fault(string name, string value, string what) =>
        ArgumentFault.Of("ResourceLimitInvalid", $"The limit \"{name}={value}\" cannot be set: {what}. Give nofile=1024, nofile=1024:4096 or core=unlimited.", name);
}
