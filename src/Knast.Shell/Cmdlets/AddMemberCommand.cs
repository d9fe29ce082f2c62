using System.Collections;
using System.Management.Automation;
using Knast.Shell.Engine;

namespace Knast.Shell.Cmdlets;

/// <summary>Add-Member: a property or method more on an object.</summary>
[Cmdlet(VerbsCommon.Add, "Member", DefaultParameterSetName = "TypeNameSet")]
public sealed class AddMemberCommand : PSCmdlet
{
    /// <summary>The object.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = new();

    /// <summary>NoteProperty, ScriptProperty, AliasProperty or ScriptMethod.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "MemberSet")]
    [Alias("Type")]
    public PSMemberTypes MemberType { get; set; }

    /// <summary>The member's name.</summary>
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = "MemberSet")]
    public string? Name { get; set; }

    /// <summary>Its value: of a note any, of a script property or method a script block, of an alias a name.</summary>
    [Parameter(Position = 2, ParameterSetName = "MemberSet")]
    public object? Value { get; set; }

    /// <summary>The script block that sets a script property.</summary>
    [Parameter(Position = 3, ParameterSetName = "MemberSet")]
    public object? SecondValue { get; set; }

    /// <summary>The name of a note.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "NotePropertySingleMember")]
    [NotAMemberType]
    public string? NotePropertyName { get; set; }

    /// <summary>Its value.</summary>
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = "NotePropertySingleMember")]
    [AllowNull]
    public object? NotePropertyValue { get; set; }

    /// <summary>Notes with their values.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "NotePropertyMultiMember")]
    public IDictionary? NotePropertyMembers { get; set; }

    /// <summary>A type name to put first.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "TypeNameSet")]
    [Parameter(ParameterSetName = "MemberSet")]
    [Parameter(ParameterSetName = "NotePropertySingleMember")]
    [Parameter(ParameterSetName = "NotePropertyMultiMember")]
    public string? TypeName { get; set; }

    /// <summary>Replaces a member of that name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the object.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PSMemberInfo member in Members())
        {
            Add(member);
        }

        if (TypeName is not null)
            InputObject.TypeNames.Insert(0, TypeName);
        if (PassThru)
            WriteObject(InputObject);
    }

    private IEnumerable<PSMemberInfo> Members() => ParameterSetName switch
    {
        "NotePropertyMultiMember" => NotePropertyMembers!.Entries().Select(e => new PSNoteProperty(e.Key, e.Value)),
        "NotePropertySingleMember" => [new PSNoteProperty(NotePropertyName, NotePropertyValue)],
        "TypeNameSet" => [],
        _ => [Member()],
    };

    private PSMemberInfo Member() => MemberType switch
    {
        PSMemberTypes.NoteProperty => new PSNoteProperty(Name, Value),
        PSMemberTypes.AliasProperty => new PSAliasProperty(Name, LanguagePrimitives.ConvertTo<string>(Value)),
        PSMemberTypes.ScriptMethod => new PSScriptMethod(Name, LanguagePrimitives.ConvertTo<ScriptBlock>(Value)),
        PSMemberTypes.ScriptProperty => new PSScriptProperty(
            Name, LanguagePrimitives.ConvertTo<ScriptBlock>(Value), SecondValue is null ? null : LanguagePrimitives.ConvertTo<ScriptBlock>(SecondValue)),
        _ => throw new PSArgumentException(
            $"The member type {MemberType} is none of NoteProperty, AliasProperty, ScriptProperty, ScriptMethod.", nameof(MemberType)),
    };

    private void Add(PSMemberInfo member)
    {
        if (InputObject.Members[member.Name] is { } present)
        {
            if (!Force)
            {
                WriteError(new ErrorRecord(
                    new PSInvalidOperationException($"A member '{member.Name}' is there already; -Force replaces it."),
                    "MemberAlreadyExists",
                    ErrorCategory.InvalidOperation,
                    InputObject));
                return;
            }

            if (present.IsInstance)
                InputObject.Members.Remove(member.Name);
        }

        InputObject.Members.Add(member);
    }
}
