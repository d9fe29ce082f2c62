using System.Collections;
using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>New-Object: an instance of a .NET type, or a custom object.</summary>
[Cmdlet(VerbsCommon.New, "Object")]
public sealed class NewObjectCommand : PSCmdlet
{
    /// <summary>The type.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public string TypeName { get; set; } = "";

    /// <summary>Arguments of the constructor.</summary>
    [Parameter(Position = 1)]
    [Alias("Args")]
    public object[]? ArgumentList { get; set; }

    /// <summary>Properties to set.</summary>
    [Parameter]
    public IDictionary? Property { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Type type = LanguagePrimitives.ConvertTo<Type>(TypeName);
        if (type == typeof(PSObject) || type == typeof(PSCustomObject))
        {
            WriteObject(Custom());
            return;
        }

        // The language's own 'new' picks the constructor and converts its arguments.
        PSObject created = InvokeCommand.InvokeScript("param($t, $a) , $t::new.Invoke($a)", type, ArgumentList ?? [])[0];
        foreach (DictionaryEntry entry in Property ?? new Hashtable())
        {
            created.Properties[entry.Key.ToString()].Value = entry.Value;
        }

        WriteObject(created);
    }

    private PSObject Custom()
    {
        var result = new PSObject();
        foreach (DictionaryEntry entry in Property ?? new Hashtable())
        {
            result.Properties.Add(new PSNoteProperty(entry.Key.ToString(), entry.Value));
        }

        return result;
    }
}
