using Knast.Simulation.Launching;

namespace Knast.Simulation.Programs.Shell;

/// <summary>Carries a pipeline out, each command in a child.</summary>
internal sealed class PipelineRun(UserSpace user, Interpreter interpreter)
{
    public int Run(IReadOnlyList<Command> commands)
    {
        if (commands.Count == 1)
        {
            return interpreter.Run(commands[0], isTested: true);
        }

        var pids = new List<int>();
        int input = -1;
        for (int index = 0; index < commands.Count; index++)
        {
            (int read, int write) = index < commands.Count - 1 ? NewPipe() : (-1, -1);
            int ownInput = input;
            pids.Add(interpreter.Fork(commands[index], isBackground: false, child =>
            {
                Move(child, ownInput, 0);
                Move(child, write, 1);
                Close(child, read);
            }));
            Close(user, input);
            Close(user, write);
            input = read;
        }

        return pids.ConvertAll(interpreter.WaitFor)[^1];
    }

    private (int Read, int Write) NewPipe()
    {
        byte[] pair = new byte[8];
        user.Require(542, pair, 0);
        return (BitConverter.ToInt32(pair), BitConverter.ToInt32(pair, 4));
    }

    private static void Move(UserSpace child, int from, int to)
    {
        if (from >= 0)
        {
            child.Require(90, from, to);
            child.Close(from);
        }
    }

    private static void Close(UserSpace user, int descriptor)
    {
        if (descriptor >= 0)
        {
            user.Close(descriptor);
        }
    }
}
