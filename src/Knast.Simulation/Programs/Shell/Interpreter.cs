using Knast.Native.Kernel;
using Knast.Simulation.Launching;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Programs.Shell;

/// <summary>Carries the commands of a script out.</summary>
internal sealed class Interpreter
{
    private const int SignalBase = 128;

    private readonly UserSpace _user;
    private readonly Expander _expander;
    private readonly ShellBuiltIns _builtIns;
    private bool _isInTrap;

    public Interpreter(UserSpace user, ShellState state)
    {
        _user = user;
        State = state;
        _expander = new Expander(state, user, RunSubstitution);
        _builtIns = new ShellBuiltIns(user, state, this);
    }

    public ShellState State { get; }

    /// <summary>Carries a command out.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isLast">Whether nothing comes after it, so that a program can take the shell's place.</param>
    /// <param name="isTested">Whether its failure is looked at.</param>
    public int Run(Command command, bool isLast = false, bool isTested = false)
    {
        State.Status = command is Command.Simple simple ? RunSimple(simple, isLast) : RunRedirected(command, isLast);
        RunTraps();
        bool fails = State is { StopsOnError: true, Status: not 0 } && !isTested && command is Command.Simple or Command.Subshell or Command.Pipeline { IsNegated: false };
        return fails && State.StopsOnError && State.Status != 0 && !isTested ? throw new ProgramExit(State.Status) : State.Status;
    }

    /// <summary>Says what is wrong.</summary>
    public void Complain(string message) => _user.Write(2, $"{State.Name}: {message}\n");

    /// <summary>Runs a script's text.</summary>
    public int RunText(string script) => Run(Parser.Parse(script));

    /// <summary>Waits for a child to end, whatever signals come meanwhile.</summary>
    public int WaitFor(int pid)
    {
        while (true)
        {
            try
            {
                int status = _user.Wait(pid) ?? WaitStatus.Exited(127);
                return (status & 0x7f) != 0 ? SignalBase + (status & 0x7f) : status >> 8;
            }
            catch (KernelError error) when (error.Code == ErrorCode.EINTR)
            {
                continue;
            }
        }
    }

    /// <summary>Runs what waits for signals that came.</summary>
    public void RunTraps()
    {
        while (!_isInTrap && TakeSignal() is { } signal && State.Traps.GetValueOrDefault(signal) is { Length: > 0 } action)
        {
            _isInTrap = true;
            int status = State.Status;
            RunText(action);
            State.Status = status;
            _isInTrap = false;
        }
    }

    private int? TakeSignal()
    {
        lock (_user.Machine.Gate)
        {
            return _user.Process.Signals.TakeCaught();
        }
    }

    private int RunRedirected(Command command, bool isLast)
    {
        if (command.Redirections.Count == 0)
        {
            return RunCompound(command, isLast);
        }

        var scope = new DescriptorScope(_user);
        try
        {
            return Redirect(scope, command.Redirections, isForGood: false) ?? RunCompound(command, isLast: false);
        }
        finally
        {
            scope.Restore();
        }
    }

    private int? Redirect(DescriptorScope scope, IReadOnlyList<Redirection> redirections, bool isForGood)
    {
        foreach (Redirection redirection in redirections)
        {
            string target = _expander.ExpandOne(redirection.Target);
            try
            {
                scope.Apply(redirection, target, isForGood);
            }
            catch (KernelError error)
            {
                string verb = redirection.Operator.StartsWith('<') ? "open" : "create";
                _user.Write(2, $"{State.Name}: cannot {verb} {target}: {ErrorCodes.Describe(error.Code)}\n");
                return 2;
            }
        }

        return null;
    }

    private int RunCompound(Command command, bool isLast)
    {
        switch (command)
        {
            case Command.Sequence sequence:
                for (int index = 0; index < sequence.Commands.Count; index++)
                {
                    Run(sequence.Commands[index], isLast && index == sequence.Commands.Count - 1);
                }

                return sequence.Commands.Count == 0 ? 0 : State.Status;
            case Command.Group group:
                return Run(group.Inner, isLast);
            case Command.Background background:
                State.LastBackground = Fork(background.Inner, isBackground: true);
                return 0;
            case Command.Subshell subshell:
                return WaitFor(Fork(subshell.Inner, isBackground: false));
            case Command.Pipeline pipeline:
                int status = new PipelineRun(_user, this).Run(pipeline.Commands);
                return pipeline.IsNegated ? status == 0 ? 1 : 0 : status;
            case Command.AndOr andOr:
                int left = Run(andOr.Left, isTested: true);
                return left == 0 == andOr.IsAnd ? Run(andOr.Right, isLast) : left;
            case Command.If branch:
                return Run(branch.Condition, isTested: true) == 0 ? Run(branch.Then, isLast) : branch.Else is { } otherwise ? Run(otherwise, isLast) : 0;
            case Command.Function function:
                State.Functions[function.Name] = function.Body;
                return 0;
            default:
                return new LoopRun(State, _expander, this).Run(command);
        }
    }

    /// <summary>Starts a child shell that carries a command out.</summary>
    public int Fork(Command command, bool isBackground, Action<UserSpace>? prepare = null) => _user.Fork(child =>
    {
        ShellState copy = State.Copy();
        ShellProgram.ResetTraps(child, State.Traps.Keys);
        if (isBackground)
        {
            child.Close(0);
            child.Try(499, -100, "/dev/null", 0, 0);
        }

        prepare?.Invoke(child);
        return ShellProgram.RunToEnd(new Interpreter(child, copy), interpreter => interpreter.Run(command, isLast: true));
    });

    private string RunSubstitution(string script)
    {
        byte[] pair = new byte[8];
        _user.Require(542, pair, 0);
        int read = BitConverter.ToInt32(pair);
        int write = BitConverter.ToInt32(pair, 4);
        int pid = Fork(Parser.Parse(script), isBackground: false, child =>
        {
            child.Close(read);
            child.Require(90, write, 1);
            child.Close(write);
        });
        _user.Close(write);
        string output = _user.ReadAll(read);
        _user.Close(read);
        State.Status = WaitFor(pid);
        return output;
    }

    private int RunSimple(Command.Simple command, bool isLast)
    {
        List<string> words = _expander.Expand(command.Words);
        (string Name, string Value)[] assignments = [.. command.Assignments.Select(entry => (entry.Name, _expander.ExpandOne(entry.Value)))];
        if (State.Traces && words.Count > 0)
        {
            _user.Write(2, "+ " + string.Join(' ', words) + "\n");
        }

        if (words.Count == 0)
        {
            Array.ForEach(assignments, entry => State.Variables[entry.Name] = entry.Value);
            return InScope(command, static () => 0, command.Words.Count > 0 ? State.Status : 0);
        }

        if (words[0] == "exec")
        {
            return RunExec(command, words, assignments);
        }

        if (State.Functions.TryGetValue(words[0], out Command? function))
        {
            return InScope(command, () => CallFunction(function, words), 0);
        }

        return ShellBuiltIns.IsOne(words[0])
            ? RunBuiltIn(command, words, assignments)
            : RunProgram(command, words, assignments, isLast && State.Traps.Count == 0);
    }

    private int InScope(Command.Simple command, Func<int> act, int statusWithoutRedirections)
    {
        var scope = new DescriptorScope(_user);
        try
        {
            return Redirect(scope, command.Redirections, isForGood: false) ?? Math.Max(act(), command.Redirections.Count == 0 ? statusWithoutRedirections : 0);
        }
        finally
        {
            scope.Restore();
        }
    }

    private int RunBuiltIn(Command.Simple command, List<string> words, (string Name, string Value)[] assignments)
    {
        Array.ForEach(assignments, entry => State.Variables[entry.Name] = entry.Value);
        return InScope(command, () => _builtIns.Run(words), 0);
    }

    private int CallFunction(Command function, List<string> words)
    {
        IReadOnlyList<string> outer = State.Arguments;
        State.Arguments = [.. words.Skip(1)];
        try
        {
            return Run(function);
        }
        catch (LoopJump jump) when (jump.To == LoopJump.Target.Return)
        {
            return jump.Count;
        }
        finally
        {
            State.Arguments = outer;
        }
    }

    private int RunExec(Command.Simple command, List<string> words, (string Name, string Value)[] assignments)
    {
        if (Redirect(new DescriptorScope(_user), command.Redirections, isForGood: true) is { } failed)
        {
            throw new ProgramExit(failed);
        }

        return words.Count == 1 ? 0 : throw new ProgramExit(Execute(_user, words.GetRange(1, words.Count - 1), assignments));
    }

    private int RunProgram(Command.Simple command, List<string> words, (string Name, string Value)[] assignments, bool replacesShell)
    {
        if (replacesShell)
        {
            return Redirect(new DescriptorScope(_user), command.Redirections, isForGood: true) ?? Execute(_user, words, assignments);
        }

        int pid = _user.Fork(child =>
        {
            ShellProgram.ResetTraps(child, State.Traps.Keys);
            var inner = new Interpreter(child, State.Copy());
            return inner.Redirect(new DescriptorScope(child), command.Redirections, isForGood: true) ?? inner.Execute(child, words, assignments);
        });
        return WaitFor(pid);
    }

    private int Execute(UserSpace user, List<string> words, (string Name, string Value)[] assignments)
    {
        string[] added = [.. assignments.Select(static entry => $"{entry.Name}={entry.Value}")];
        HashSet<string> names = [.. assignments.Select(static entry => entry.Name)];
        return ExecutableSearch.Execute(user, words, [.. State.Environment.Where(variable => !names.Contains(variable.Split('=')[0])), .. added], State.Name);
    }
}
