using System.Management.Automation;
using System.Reflection;
using Knast.PowerShell.Commands;
using Knast.PowerShell.Tests.Support;

namespace Knast.PowerShell.Tests.Commands;

/// <summary>What all cmdlets keep.</summary>
public sealed class ConventionTests
{
    private static readonly string[] VerbsThatOnlyLook = ["Get", "Test", "Wait", "Find"];

    public static TheoryData<string> Cmdlets => CmdletTypes.Names;

    [Theory, MemberData(nameof(Cmdlets))]
    public void A_cmdlet_is_one_class_in_a_file_of_its_name(string name)
    {
        CmdletInfo cmdlet = CmdletTypes.Get(name);
        string noun = cmdlet.Noun["Knast".Length..];
        string type = $"{cmdlet.Verb}{cmdlet.Noun}Command";
        Assert.Equal(type, cmdlet.ImplementingType.Name);
        Assert.True(File.Exists(Path.Combine(Repository.Root, "src", "Knast.PowerShell", "Commands", noun, type + ".cs")));
        Assert.StartsWith("Knast", cmdlet.Noun, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void A_verb_is_an_approved_one(string name) => Assert.Contains(
        CmdletTypes.Get(name).Verb,
        typeof(VerbsCommon).Assembly.GetExportedTypes().Where(type => type.Name.StartsWith("Verbs", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (string)field.GetRawConstantValue()!));

    [Theory, MemberData(nameof(Cmdlets))]
    public void A_cmdlet_says_what_it_returns(string name) => Assert.NotEmpty(CmdletTypes.Get(name).OutputType);

    [Theory, MemberData(nameof(Cmdlets))]
    public void What_changes_something_asks(string name)
    {
        CmdletAttribute attribute = CmdletTypes.Attribute(name);
        Assert.Equal(!VerbsThatOnlyLook.Contains(attribute.VerbName), attribute.SupportsShouldProcess);
        ConfirmImpact impact = attribute.VerbName is "Remove" or "Clear" ? ConfirmImpact.High : ConfirmImpact.Medium;
        Assert.Equal(attribute.SupportsShouldProcess ? impact : ConfirmImpact.None, attribute.ConfirmImpact);
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void A_cmdlet_has_a_root(string name) => Assert.Contains("Root", CmdletTypes.Get(name).Parameters.Keys);

    [Theory, MemberData(nameof(Cmdlets))]
    public void What_acts_on_objects_takes_them_from_the_pipeline(string name)
    {
        CmdletInfo cmdlet = CmdletTypes.Get(name);
        if (cmdlet.Noun == "KnastHost")
            return;
        Assert.Contains(cmdlet.ParameterSets.SelectMany(set => set.Parameters), parameter => parameter.ValueFromPipeline);
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void What_acts_on_containers_takes_names_ids_and_objects(string name)
    {
        CmdletInfo cmdlet = CmdletTypes.Get(name);
        if (!typeof(ContainerCommand).IsAssignableFrom(cmdlet.ImplementingType) && name != "Get-KnastContainer")
            return;
        ParameterMetadata names = cmdlet.Parameters["Name"];
        Assert.Contains("Id", names.Aliases);
        Assert.Equal(typeof(string[]), names.ParameterType);
        Assert.Equal(typeof(Container[]), cmdlet.Parameters["InputObject"].ParameterType);
        Assert.NotEmpty(names.Attributes.OfType<ArgumentCompleterAttribute>());
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void No_field_of_a_value_type_makes_Import_Module_load_another_assembly(string name)
    {
        for (Type? type = CmdletTypes.Get(name).ImplementingType; type != typeof(PSCmdlet); type = type.BaseType!)
        {
            Assert.DoesNotContain(
                type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly).Select(field => field.FieldType),
                field => field.IsValueType && FromElsewhere(Nullable.GetUnderlyingType(field) ?? field));
        }

        static bool FromElsewhere(Type type) =>
            type.Assembly.GetName().Name!.StartsWith("Knast.", StringComparison.Ordinal) && type.Assembly != typeof(KnastCommand).Assembly;
    }
}
