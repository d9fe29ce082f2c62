using System.Reflection;
using NetArchTest.Rules;
using TestResult = NetArchTest.Rules.TestResult;

namespace Knast.Architecture.Tests;

/// <summary>Dependencies run one way (docs/architecture.md).</summary>
public sealed class DependencyTests
{
    private static readonly string[] All =
    [
        "Knast.Oci", "Knast.Native", "Knast.Images", "Knast.Runtime", "Knast.Simulation", "Knast.Catalogue", "Knast.PowerShell",
    ];

    public static TheoryData<string, string[]> Allowed => new()
    {
        { "Knast.Oci", [] },
        { "Knast.Native", [] },
        { "Knast.Images", ["Knast.Oci", "Knast.Native"] },
        { "Knast.Runtime", ["Knast.Oci", "Knast.Native", "Knast.Images"] },
        { "Knast.Simulation", ["Knast.Native"] },
        { "Knast.Catalogue", ["Knast.Runtime", "Knast.Images", "Knast.Oci"] },
        { "Knast.PowerShell", ["Knast.Runtime", "Knast.Images", "Knast.Oci", "Knast.Native"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void ARoomKnowsOnlyTheRoomsBelowIt(string room, string[] allowed)
    {
        string[] references =
        [
            .. Assembly.Load(room).GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Knast", StringComparison.Ordinal)),
        ];
        Assert.Empty(references.Except(allowed));
        string[] forbidden = [.. All.Except(allowed).Where(other => other != room)];
        TestResult result = Types.InAssembly(Assembly.Load(room)).ShouldNot().HaveDependencyOnAny(forbidden).GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void HostsAskTheKernelForFilesAndNothingElse()
    {
        TestResult result = Types.InAssembly(Assembly.Load("Knast.Runtime"))
            .That().ResideInNamespaceStartingWith("Knast.Runtime.Hosts")
            .ShouldNot().HaveDependencyOnAny("System.IO.File", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.StreamReader")
            .GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Theory]
    [InlineData("Knast.Oci")]
    [InlineData("Knast.Native")]
    [InlineData("Knast.Images")]
    [InlineData("Knast.Runtime")]
    public void NothingThirdPartyIsNeededBelowTheModule(string room)
    {
        string[] foreign =
        [
            .. Assembly.Load(room).GetReferencedAssemblies().Select(name => name.Name!)
                .Where(name => !name.StartsWith("Knast", StringComparison.Ordinal) && !name.StartsWith("System", StringComparison.Ordinal)
                    && !name.StartsWith("Microsoft.Win32", StringComparison.Ordinal)),
        ];
        Assert.Empty(foreign);
    }

    [Fact]
    public void DocumentsDoNoInputOrOutput()
    {
        TestResult result = Types.InAssembly(Assembly.Load("Knast.Oci"))
            .ShouldNot().HaveDependencyOnAny("System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.Net.Http", "System.Diagnostics.Process")
            .GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}
