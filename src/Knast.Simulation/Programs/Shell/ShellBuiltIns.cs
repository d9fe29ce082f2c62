using System.Globalization;
using Knast.Native.Kernel;
using Knast.Simulation.Launching;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Programs.Shell;

/// <summary>The commands that a shell carries out itself.</summary>
internal sealed class ShellBuiltIns(UserSpace user, ShellState state, Interpreter interpreter)
{
    private static readonly HashSet<string> s_names =
    [
        ":", "true", "false", "echo", "printf", "exit", "cd", "pwd", "export", "unset", "set", "shift", "trap", "wait", "kill", "test", "[", "read", "umask",
        "break", "continue", "return", "eval", ".", "local", "command", "ulimit",
    ];

    public static bool IsOne(string name) => s_names.Contains(name);

    public int Run(List<string> words)
    {
        string[] arguments = [.. words];
        switch (words[0])
        {
            case ":" or "true" or "ulimit":
                return 0;
            case "false":
                return 1;
            case "echo":
                return TextPrograms.Echo(user, arguments);
            case "printf":
                return TextPrograms.Print(user, arguments);
            case "test":
                return Condition.Run(user, arguments[1..]);
            case "[":
                return Condition.Run(user, arguments[1..^1]);
            case "kill":
                return ProcessPrograms.Kill(user, arguments);
            case "pwd":
                return FilePrograms.WorkingDirectory(user, arguments);
            case "exit":
                throw new ProgramExit(NumberOr(arguments, state.Status) & 0xff);
            case "break":
                throw new LoopJump(LoopJump.Target.Break, NumberOr(arguments, 1));
            case "continue":
                throw new LoopJump(LoopJump.Target.Continue, NumberOr(arguments, 1));
            case "return":
                throw new LoopJump(LoopJump.Target.Return, NumberOr(arguments, state.Status));
            case "eval":
                return interpreter.RunText(string.Join(' ', arguments.Skip(1)));
            case "cd":
                return ChangeDirectory(arguments.ElementAtOrDefault(1) ?? state.Variables.GetValueOrDefault("HOME") ?? "/");
            case "umask":
                return Umask(arguments);
            case "wait":
                return Wait(arguments);
            case "trap":
                return Trap(arguments);
            case "read":
                return Read(arguments);
            default:
                return SetVariables(arguments);
        }
    }

    private static int NumberOr(string[] arguments, int otherwise) =>
        arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : otherwise;

    private int ChangeDirectory(string path)
    {
        SystemCallResult result = user.Try(12, path);
        if (result.Failed)
        {
            user.Write(2, $"cd: {path}: {ErrorCodes.Describe(ErrorCodes.FromErrno(KernelSystem.FreeBsd, result.Errno))}\n");
            return 2;
        }

        state.Variables["PWD"] = FilePrograms.GetWorkingDirectory(user);
        return 0;
    }

    private int Umask(string[] arguments)
    {
        if (arguments.Length > 1)
        {
            user.Require(60, Convert.ToInt32(arguments[1], 8));
            return 0;
        }

        int mask = (int)user.Require(60, 0);
        user.Require(60, mask);
        user.Write(1, Convert.ToString(mask, 8).PadLeft(4, '0') + "\n");
        return 0;
    }

    private int Wait(string[] arguments)
    {
        try
        {
            if (arguments.Length > 1)
            {
                int status = user.Wait(int.Parse(arguments[1], CultureInfo.InvariantCulture)) ?? WaitStatus.Exited(127);
                return (status & 0x7f) != 0 ? 128 + (status & 0x7f) : status >> 8;
            }

            while (user.Wait(-1) is not null)
            {
            }

            return 0;
        }
        catch (KernelError error) when (error.Code == ErrorCode.EINTR)
        {
            return 128 + Signal.Terminate;
        }
    }

    private int Trap(string[] arguments)
    {
        if (arguments.Length < 3)
        {
            return 0;
        }

        foreach (string name in arguments[2..])
        {
            int signal = SignalNames.Parse(name) ?? throw new ProgramExit(2);
            bool isDefault = arguments[1] == "-";
            if (isDefault)
            {
                state.Traps.Remove(signal);
            }
            else
            {
                state.Traps[signal] = arguments[1];
            }

            lock (user.Machine.Gate)
            {
                user.Process.Signals.Dispose(signal, !isDefault && arguments[1].Length == 0, !isDefault && arguments[1].Length > 0);
            }
        }

        return 0;
    }

    private int Read(string[] arguments)
    {
        string[] names = [.. arguments.Skip(1).Where(static argument => !argument.StartsWith('-'))];
        var line = new System.Text.StringBuilder();
        string piece;
        while ((piece = user.Read(0, 1)).Length > 0 && piece != "\n")
        {
            line.Append(piece);
        }

        string[] fields = line.ToString().Split(' ', Math.Max(1, names.Length), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (int index = 0; index < names.Length; index++)
        {
            state.Variables[names[index]] = fields.ElementAtOrDefault(index) ?? "";
        }

        return piece.Length == 0 ? 1 : 0;
    }

    private int SetVariables(string[] arguments)
    {
        switch (arguments[0])
        {
            case "unset":
                Array.ForEach(arguments[1..], name => state.Variables.Remove(name));
                return 0;
            case "shift":
                state.Arguments = [.. state.Arguments.Skip(NumberOr(arguments, 1))];
                return 0;
            case "set":
                return SetOptions(arguments[1..]);
            case ".":
                return interpreter.RunText(user.ReadAll(user.Open(arguments[1], Descriptors.OpenFlags.ReadOnly)));
            case "command":
                return arguments.Length > 2 && arguments[1] == "-v" ? ShellBuiltIns.IsOne(arguments[2]) ? 0 : 1 : interpreter.RunText(string.Join(' ', arguments.Skip(1)));
            default:
                foreach (string assignment in arguments[1..])
                {
                    string[] parts = assignment.Split('=', 2);
                    if (arguments[0] == "export")
                    {
                        state.Exported.Add(parts[0]);
                    }

                    if (parts.Length > 1)
                    {
                        state.Variables[parts[0]] = parts[1];
                    }
                }

                return 0;
        }
    }

    private int SetOptions(string[] options)
    {
        foreach (string option in options.TakeWhile(static option => option != "--"))
        {
            state.StopsOnError = option.Contains('e', StringComparison.Ordinal) ? option[0] == '-' : state.StopsOnError;
            state.Traces = option.Contains('x', StringComparison.Ordinal) ? option[0] == '-' : state.Traces;
        }

        int separator = Array.IndexOf(options, "--");
        state.Arguments = separator >= 0 ? options[(separator + 1)..] : state.Arguments;
        return 0;
    }
}
