using Knast.Native.Kernel;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Launching;

namespace Knast.Simulation.Programs.Shell;

/// <summary>sh(1), as far as the entry points of containers and the tests need it.</summary>
internal static class ShellProgram
{
    private const int SyntaxStatus = 2;
    private const int MissingStatus = 127;
    private const int ExitTrap = 0;

    public static int Run(UserSpace user, string[] arguments)
    {
        int next = 1;
        bool stopsOnError = false;
        bool traces = false;
        bool hasCommand = false;
        for (; next < arguments.Length && arguments[next].Length > 1 && arguments[next][0] == '-'; next++)
        {
            stopsOnError |= arguments[next].Contains('e', StringComparison.Ordinal);
            traces |= arguments[next].Contains('x', StringComparison.Ordinal);
            hasCommand |= arguments[next].Contains('c', StringComparison.Ordinal);
        }

        string[] rest = arguments[next..];
        if (!TryReadScript(user, rest, hasCommand, out string script))
        {
            return MissingStatus;
        }

        var state = new ShellState
        {
            Name = hasCommand ? rest.ElementAtOrDefault(1) ?? arguments[0] : rest.ElementAtOrDefault(0) ?? arguments[0],
            Arguments = [.. rest.Skip(hasCommand ? 2 : 1)],
            StopsOnError = stopsOnError,
            Traces = traces,
        };
        TakeEnvironment(user, state);
        return RunToEnd(new Interpreter(user, state), interpreter => interpreter.Run(Parser.Parse(script), isLast: hasCommand));
    }

    /// <summary>Runs to the end, whichever way it comes, and then what waits for the end.</summary>
    public static int RunToEnd(Interpreter interpreter, Func<Interpreter, int> run)
    {
        int status = Guard(interpreter, run);
        if (interpreter.State.Traps.Remove(ExitTrap, out string? action))
        {
            interpreter.State.Status = status;
            int trapped = Guard(interpreter, inner =>
            {
                inner.RunText(action);
                return -1;
            });
            status = trapped < 0 ? status : trapped;
        }

        return status;
    }

    /// <summary>Puts signals back to what they did before the shell caught them.</summary>
    public static void ResetTraps(UserSpace user, IEnumerable<int> signals)
    {
        lock (user.Machine.Gate)
        {
            foreach (int signal in signals.Where(user.Process.Signals.IsCaught))
            {
                user.Process.Signals.Dispose(signal, isIgnored: false, isCaught: false);
            }
        }
    }

    private static int Guard(Interpreter interpreter, Func<Interpreter, int> run)
    {
        try
        {
            return run(interpreter);
        }
        catch (ProgramExit exit)
        {
            return exit.Code;
        }
        catch (LoopJump)
        {
            return interpreter.State.Status;
        }
        catch (ShellSyntaxError error)
        {
            interpreter.Complain(error.Message);
            return SyntaxStatus;
        }
    }

    private static bool TryReadScript(UserSpace user, string[] rest, bool hasCommand, out string script)
    {
        script = "";
        if (hasCommand)
        {
            script = rest.ElementAtOrDefault(0) ?? "";
            return true;
        }

        try
        {
            script = rest.Length > 0 ? user.ReadAll(user.Open(rest[0], OpenFlags.ReadOnly)) : user.ReadAll(0);
            return true;
        }
        catch (KernelError error)
        {
            user.Write(2, $"sh: {rest.ElementAtOrDefault(0)}: {ErrorCodes.Describe(error.Code)}\n");
            return false;
        }
    }

    private static void TakeEnvironment(UserSpace user, ShellState state)
    {
        foreach (string variable in user.Process.Environment)
        {
            string[] parts = variable.Split('=', 2);
            state.Variables[parts[0]] = parts.ElementAtOrDefault(1) ?? "";
            state.Exported.Add(parts[0]);
        }
    }
}
