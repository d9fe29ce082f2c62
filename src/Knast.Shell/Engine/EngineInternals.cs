using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Knast.Shell.Engine;

/// <summary>
/// The engine's formatting and exit machinery is complete, but the cmdlets that drive it (Format-Table, Out-String, pwsh itself) are not on
/// NuGet, and what they call is internal. Everything of that kind is reached from here, so that a new engine version breaks in one place,
/// which a test covers.
/// </summary>
internal static class EngineInternals
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
    private const string FormatNamespace = "Microsoft.PowerShell.Commands.Internal.Format.";

    private static readonly FieldInfo Implementation =
        typeof(FrontEndCommandBase).GetField("implementation", Hidden)
        ?? throw new MissingFieldException(nameof(FrontEndCommandBase), "implementation");

    /// <summary>Makes a Format cmdlet shape its input as <paramref name="shape"/> (<c>Table</c> or <c>List</c>).</summary>
    public static void UseFormatter(FrontEndCommandBase command, string shape)
    {
        object value = Enum.Parse(FormatType("FormatShape"), shape);
        Implementation.SetValue(command, New("InnerFormatShapeCommand", value));
    }

    /// <summary>Makes an Out cmdlet write formatted lines of at most <paramref name="columns"/> to <paramref name="writer"/>.</summary>
    public static void UseTextOutput(FrontEndCommandBase command, TextWriter writer, int columns)
    {
        object output = New("OutputManagerInner");
        PropertyInfo line = output.GetType().GetProperty("LineOutput", Hidden) ?? throw new MissingMemberException("OutputManagerInner", "LineOutput");
        line.SetValue(output, New("TextWriterLineOutput", writer, columns));
        Implementation.SetValue(command, output);
    }

    /// <summary>
    /// Lets <c>exit</c> in a script file end the whole session (PSHost.SetShouldExit), as <c>pwsh -File</c> does; without it the engine only
    /// sets <c>$LASTEXITCODE</c>, which cannot be told from that of a native command.
    /// </summary>
    public static void LetScriptFilesExit(Runspace runspace)
    {
        object context = Get(runspace, "ExecutionContext");
        PropertyInfo rethrow = context.GetType().GetProperty("ScriptCommandProcessorShouldRethrowExit", Hidden)
            ?? throw new MissingMemberException("ExecutionContext", "ScriptCommandProcessorShouldRethrowExit");
        rethrow.SetValue(context, true);
    }

    /// <summary>Marks an error so that Out-Default sends it to the host's error stream.</summary>
    public static PSObject AsErrorOutput(ErrorRecord error)
    {
        var wrapped = new PSObject(error);
        PropertyInfo stream = typeof(PSObject).GetProperty("WriteStream", Hidden) ?? throw new MissingMemberException(nameof(PSObject), "WriteStream");
        stream.SetValue(wrapped, Enum.Parse(stream.PropertyType, "Error"));
        return wrapped;
    }

    /// <summary>The exception with which a cmdlet that has enough ends the commands that feed it (<c>Select-Object -First</c>).</summary>
    public static Exception StopUpstream(Cmdlet command)
    {
        Type type = typeof(PSObject).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;
        return (Exception)Activator.CreateInstance(type, Hidden | BindingFlags.CreateInstance, binder: null, [command], culture: null)!;
    }

    /// <summary>The validation error after which the binder tries the parameter sets that are left, instead of giving up.</summary>
    public static ValidationMetadataException TryNextParameterSet(string message) =>
        (ValidationMetadataException)Activator.CreateInstance(
            typeof(ValidationMetadataException), Hidden | BindingFlags.CreateInstance, binder: null, [message, true], culture: null)!;

    /// <summary>Makes an error that of a caller, whose position is shown, instead of the cmdlet's that writes it.</summary>
    public static void Attribute(ErrorRecord error, InvocationInfo caller)
    {
        MethodInfo set = typeof(ErrorRecord).GetMethod("SetInvocationInfo", Hidden) ?? throw new MissingMethodException(nameof(ErrorRecord), "SetInvocationInfo");
        set.Invoke(error, [caller]);
        PropertyInfo keep = typeof(ErrorRecord).GetProperty("PreserveInvocationInfoOnce", Hidden)
            ?? throw new MissingMemberException(nameof(ErrorRecord), "PreserveInvocationInfoOnce");
        keep.SetValue(error, true);
    }

    private static object Get(object instance, string property) =>
        instance.GetType().GetProperty(property, Hidden)?.GetValue(instance)
        ?? throw new MissingMemberException(instance.GetType().Name, property);

    private static Type FormatType(string name) =>
        typeof(PSObject).Assembly.GetType(FormatNamespace + name, throwOnError: true)!;

    private static object New(string name, params object[] arguments) =>
        Activator.CreateInstance(FormatType(name), Hidden | BindingFlags.CreateInstance, binder: null, arguments, culture: null)!;
}
