using System.Reflection;

namespace Knast.PowerShell.Tests.Support;

/// <summary>Where things are that the tests look at.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("KnastRoot");

    public static string Shell { get; } = Path.Combine(Metadata("KnastShell"), "knast-shell.dll");

    public static string StagedModule { get; } = Path.Combine(Metadata("KnastShell"), "Knast");

    public static string Manifest { get; } = Path.Combine(Root, "Knast.psd1");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
