using System.Management.Automation;
using System.Reflection;

namespace Knast.Shell.Cmdlets;

/// <summary>Add-Type: loads assemblies; compiling C# needs the SDK, and is pwsh's.</summary>
[Cmdlet(VerbsCommon.Add, "Type", DefaultParameterSetName = "Path")]
public sealed class AddTypeCommand : PSCmdlet
{
    /// <summary>Assembly files.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Path", ValueFromPipeline = true)]
    [Alias("LiteralPath", "PSPath")]
    public string[]? Path { get; set; }

    /// <summary>Assembly names.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "AssemblyName")]
    [Alias("AN")]
    public string[]? AssemblyName { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in Path ?? [])
        {
            Assembly.LoadFrom(SessionState.Path.GetUnresolvedProviderPathFromPSPath(path));
        }

        foreach (string name in AssemblyName ?? [])
        {
            Assembly.Load(name);
        }
    }
}
