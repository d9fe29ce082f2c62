using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.ExceptionServices;
using Knast.Shell.Pester.Model;

namespace Knast.Shell.Pester.Running;

/// <summary>Runs script blocks in new scopes or in the current one, with the data of a case as variables: the means by which Pester's scoping is had.</summary>
internal sealed class ScopeInvoker(PSCmdlet host)
{
    private const string Continue = "$args[0].Invoke()";
    private const string CallFile = "& $args[0] $args[1]";
    private const string DotSourceFile = ". $args[0]";

    // The names are unlikely ones, for they are seen by the test.
    private const string DotSourceWithData = "param($______body, $______data) . $______body @______data";

    /// <summary>Runs <paramref name="inside"/> with a new scope as the current one.</summary>
    public void InNewScope(Action inside) => Carry(inside, carrier => Run(Continue, newScope: true, carrier));

    /// <summary>The same, and the scope is a script's: <c>$script:</c> variables live and end with it.</summary>
    public void InNewScriptScope(Action inside) =>
        Carry(inside, carrier => Run(CallFile, newScope: true, Path.Combine(AppContext.BaseDirectory, "Pester", "TestScope.ps1"), carrier));

    public void DotSource(string file) => Run(DotSourceFile, newScope: false, file);

    public void DotSource(ScriptBlock body, TestData? data)
    {
        var named = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, object? value) in data?.Named ?? [])
        {
            named[name] = value;
        }

        Run(DotSourceWithData, newScope: false, body, named);
    }

    /// <summary>Defines the data's variables in the current scope.</summary>
    public void Define(TestData? data)
    {
        foreach ((string name, object? value) in data?.Variables ?? [])
        {
            host.SessionState.PSVariable.Set(name, value);
        }
    }

    /// <summary>Makes a folder a drive, and the value of a global variable of the same name.</summary>
    public void Mount(string name, DirectoryInfo folder)
    {
        ProviderInfo files = host.SessionState.Provider.GetOne("FileSystem");
        host.SessionState.Drive.New(new PSDriveInfo(name, files, folder.FullName, "A folder for the files of tests", credential: null), "global");
        host.SessionState.PSVariable.Set("global:" + name, folder);
    }

    public void Unmount(string name)
    {
        host.SessionState.Drive.Remove(name, force: true, "global");
        host.SessionState.PSVariable.Remove("global:" + name);
    }

    /// <summary>The value of an expression in the current scope; several values as an array.</summary>
    public object? Evaluate(string expression)
    {
        var result = Run(expression, newScope: false);
        return result.Count switch
        {
            0 => null,
            1 => result[0],
            _ => result.ToArray(),
        };
    }

    // An exception that a script sees of a method is wrapped, and no more than written: it is carried past the script instead.
    private static void Carry(Action inside, Action<Action> run)
    {
        ExceptionDispatchInfo? failure = null;
        run(() =>
        {
            try
            {
                inside();
            }
            catch (Exception e) when (TestFailure.IsFailure(e))
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        });
        failure?.Throw();
    }

    // Errors that the script only writes belong on the host's error stream; its output is nobody's.
    private Collection<PSObject> Run(string script, bool newScope, params object[] arguments) =>
        host.InvokeCommand.InvokeScript(script, newScope, PipelineResultTypes.Error, input: null, arguments);
}
