using System.Management.Automation.Runspaces;
using System.Runtime.InteropServices;
using Knast.Shell.CommandLine;
using Knast.Shell.Engine;

namespace Knast.Shell.Hosting;

/// <summary>One run of the shell: a runspace with the module in it, and what the command line asks for.</summary>
internal sealed class ShellSession : IDisposable
{
    private readonly ShellArguments _arguments;
    private readonly Terminal _terminal = new();
    private readonly StopSignal _stop = new();
    private readonly ShellUserInterface _ui;
    private readonly ShellHost _host;
    private Runspace? _runspace;
    private volatile PipelineRunner? _runner;
    private PosixSignal? _stoppedBy;

    public ShellSession(ShellArguments arguments)
    {
        _arguments = arguments;
        _ui = new ShellUserInterface(_terminal, _stop, interactive: !arguments.NonInteractive);
        _host = new ShellHost(_ui);
    }

    public void Dispose()
    {
        _runspace?.Dispose();
        _stop.Dispose();
    }

    /// <summary>Does it, and gives the exit code.</summary>
    public int Run()
    {
        string? manifest = null;
        if (_arguments.ImportModule)
        {
            try
            {
                manifest = KnastModule.FindManifest();
            }
            catch (FileNotFoundException e)
            {
                _ui.WriteErrorLine(e.Message);
                return ExitCodes.Failure;
            }
        }

        KnastModule.ExtendModulePath(manifest);
        using var interrupts = new Interrupts(Interrupt);
        PipelineRunner runner = Open();
        if (_arguments.ImportModule && !Import(runner, manifest))
            return ExitCodes.Failure;
        int code = Dispatch(runner);
        return _stoppedBy is { } signal && _arguments.Mode != ShellMode.Interactive ? ExitCodes.Signal(Interrupts.Number(signal)) : code;
    }

    private PipelineRunner Open()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        ShellCmdlets.AddTo(state);
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        Runspace.DefaultRunspace = _runspace;
        return _runner = new PipelineRunner(_runspace, _ui, _stop);
    }

    private static bool Import(PipelineRunner runner, string? manifest)
    {
        if (manifest is null)
        {
            Console.Error.WriteLine(
                $"WARNING: no Knast module: neither KNAST_MODULE is set, nor is there {Path.Combine(AppContext.BaseDirectory, "Knast", "Knast.psd1")}.");
            return true;
        }

        var import = new Command("Import-Module");
        import.Parameters.Add("Name", manifest);
        import.Parameters.Add("ErrorAction", "Stop");
        return runner.Run(import) == PipelineOutcome.Completed;
    }

    private int Dispatch(PipelineRunner runner) => _arguments.Mode switch
    {
        ShellMode.Command when _arguments.Command is { } text => new CommandRun(runner, _host).Run(text),
        ShellMode.Command => new CommandRun(runner, _host).Run(Console.In.ReadToEnd()),
        ShellMode.File => new ScriptRun(runner, _host, _ui, _runspace!).Run(_arguments.File!, _arguments.ScriptArguments),
        ShellMode.Pester => new PesterCommandRun(runner, _runspace!).Run(_arguments.Pester),
        _ => new InteractiveLoop(runner, _host, _ui, _terminal).Run(),
    };

    private void Interrupt(PosixSignal signal)
    {
        bool again = _stoppedBy is not null && _arguments.Mode != ShellMode.Interactive;
        if (!again && _runner?.Stop() == true)
        {
            _stoppedBy ??= signal;
            if (signal != PosixSignal.SIGINT)
                _host.SetShouldExit(ExitCodes.Signal(Interrupts.Number(signal)));
            return;
        }

        // Nothing runs, or what runs does not stop. The prompt keeps the shell alive through Ctrl+C, all else ends it.
        if (signal != PosixSignal.SIGINT || _arguments.Mode != ShellMode.Interactive)
            Environment.Exit(ExitCodes.Signal(Interrupts.Number(signal)));
    }
}
