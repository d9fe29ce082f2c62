using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-Member: the members of each type of object that comes.</summary>
[Cmdlet(VerbsCommon.Get, "Member")]
public sealed class GetMemberCommand : PSCmdlet
{
    private readonly HashSet<string> _types = [];

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Patterns of names.</summary>
    [Parameter(Position = 0)]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Kinds of members.</summary>
    [Parameter]
    [Alias("Type")]
    public PSMemberTypes MemberType { get; set; } = PSMemberTypes.All;

    /// <summary>Static members of the type instead.</summary>
    [Parameter]
    public SwitchParameter Static { get; set; }

    /// <summary>Accessors and members of the object's frame too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
            return;
        PSObject target = Static ? new PSObject(InputObject.BaseObject as Type ?? InputObject.BaseObject.GetType()) : InputObject;
        string typeName = target.TypeNames[0];
        if (!_types.Add(typeName))
            return;
        var patterns = Name.Select(n => WildcardPattern.Get(n, WildcardOptions.IgnoreCase)).ToArray();
        var members = Members(target)
            .Where(m => (m.Type & MemberType) != 0 && patterns.Any(p => p.IsMatch(m.Name)))
            .OrderBy(m => m.Type.ToString(), StringComparer.Ordinal)
            .ThenBy(m => m.Name, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, PSMemberTypes type, string definition) in members)
        {
            WriteObject(Definition(typeName, name, type, definition));
        }
    }

    private IEnumerable<(string Name, PSMemberTypes Type, string Definition)> Members(PSObject target)
    {
        if (Static)
        {
            return ((Type)target.BaseObject)
                .GetMembers(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public)
                .Select(m => (m.Name, m is System.Reflection.MethodBase ? PSMemberTypes.Method : PSMemberTypes.Property, m.ToString() ?? ""));
        }

        return target.Members
            .Where(m => Force || !IsAccessor(m.Name))
            .Select(m => (m.Name, m.MemberType, m.ToString() ?? ""));
    }

    private static bool IsAccessor(string name) =>
        name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal)
        || name.StartsWith("add_", StringComparison.Ordinal) || name.StartsWith("remove_", StringComparison.Ordinal)
        || name is "psbase" or "psadapted" or "psextended" or "psobject" or "pstypenames";

    private static PSObject Definition(string typeName, string name, PSMemberTypes type, string definition)
    {
        var result = new PSObject();
        result.TypeNames.Insert(0, "Microsoft.PowerShell.Commands.MemberDefinition");
        result.Properties.Add(new PSNoteProperty("TypeName", typeName));
        result.Properties.Add(new PSNoteProperty("Name", name));
        result.Properties.Add(new PSNoteProperty("MemberType", type));
        result.Properties.Add(new PSNoteProperty("Definition", definition));
        return result;
    }
}
