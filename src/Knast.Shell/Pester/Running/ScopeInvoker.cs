using System.Collections;
using System.Management.Automation;
using Knast.Shell.Pester.Model;

namespace Knast.Shell.Pester.Running;

/// <summary>Runs script blocks in new scopes or in the current one, with the data of a case as variables: the means by which Pester's scoping is had.</summary>
internal sealed class ScopeInvoker(PSCmdlet host)
{
    private static readonly ScriptBlock Continue = ScriptBlock.Create("$args[0].Invoke()");
    private static readonly ScriptBlock CallFile = ScriptBlock.Create("& $args[0] $args[1]");
    private static readonly ScriptBlock DotSourceFile = ScriptBlock.Create(". $args[0]");

    // The names are unlikely ones, for they are seen by the test.
    private static readonly ScriptBlock DotSourceWithData = ScriptBlock.Create("param($______body, $______data) . $______body @______data");

    /// <summary>Runs <paramref name="inside"/> with a new scope as the current one.</summary>
    public void InNewScope(Action inside) => host.InvokeCommand.InvokeScript(useLocalScope: true, Continue, input: null, inside);

    /// <summary>The same, and the scope is a script's: <c>$script:</c> variables live and end with it.</summary>
    public void InNewScriptScope(Action inside) =>
        host.InvokeCommand.InvokeScript(
            useLocalScope: true, CallFile, input: null, Path.Combine(AppContext.BaseDirectory, "Pester", "TestScope.ps1"), inside);

    public void DotSource(string file) => host.InvokeCommand.InvokeScript(useLocalScope: false, DotSourceFile, input: null, file);

    public void DotSource(ScriptBlock body, TestData? data)
    {
        var named = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, object? value) in data?.Named ?? [])
        {
            named[name] = value;
        }

        host.InvokeCommand.InvokeScript(useLocalScope: false, DotSourceWithData, input: null, body, named);
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
        var result = host.InvokeCommand.InvokeScript(useLocalScope: false, ScriptBlock.Create(expression), input: null);
        return result.Count switch
        {
            0 => null,
            1 => result[0],
            _ => result.ToArray(),
        };
    }
}
