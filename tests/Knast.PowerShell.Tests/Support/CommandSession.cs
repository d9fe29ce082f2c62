using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Knast.PowerShell.Tests.Support;

/// <summary>The cmdlets in a session of this process, below a root of their own, with the image busybox:latest.</summary>
internal sealed class CommandSession : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("knast-session-").FullName;
    private readonly Runspace _runspace;

    public CommandSession()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        foreach (CmdletInfo cmdlet in CmdletTypes.All)
            state.Commands.Add(new SessionStateCmdletEntry(cmdlet.Name, cmdlet.ImplementingType, helpFileName: null));
        state.Commands.Add(new SessionStateCmdletEntry("Test-Probe", typeof(Pipeline.Probe), helpFileName: null));
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        _runspace.SessionStateProxy.SetVariable("PSDefaultParameterValues", new DefaultParameterDictionary { ["*-Knast*:Root"] = Root });
    }

    public string Root => Path.Combine(_folder, "root");

    public string Folder => _folder;

    public CommandSession WithImage()
    {
        string bin = Directory.CreateDirectory(Path.Combine(_folder, "tree", "bin")).FullName;
        File.Copy("/usr/bin/busybox", Path.Combine(bin, "busybox"));
        foreach (string name in (string[])["sh", "sleep", "echo", "true"])
            File.CreateSymbolicLink(Path.Combine(bin, name), "busybox");
        Run($"Import-KnastImage '{_folder}/tree' -Reference busybox:latest -Command sh -Environment PATH=/bin");
        return this;
    }

    /// <summary>A script that has not been started; its errors do not throw.</summary>
    public System.Management.Automation.PowerShell Script(string script)
    {
        var shell = System.Management.Automation.PowerShell.Create(_runspace);
        shell.AddScript(script);
        return shell;
    }

    /// <summary>Runs a script that must not write an error.</summary>
    public IReadOnlyList<PSObject> Run(string script)
    {
        using System.Management.Automation.PowerShell shell = Script(script);
        IReadOnlyList<PSObject> output = [.. shell.Invoke()];
        Assert.Empty(shell.Streams.Error);
        return output;
    }

    public void Dispose()
    {
        Run("Get-KnastContainer | Remove-KnastContainer -Force");
        _runspace.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
