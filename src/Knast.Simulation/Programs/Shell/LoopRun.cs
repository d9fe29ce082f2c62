namespace Knast.Simulation.Programs.Shell;

/// <summary>Carries while, until, for and case out.</summary>
internal sealed class LoopRun(ShellState state, Expander expander, Interpreter interpreter)
{
    public int Run(Command command) => command switch
    {
        Command.Loop loop => RunLoop(loop),
        Command.For each => RunFor(each),
        Command.Case choice => RunCase(choice),
        _ => throw new InvalidOperationException($"A shell command of an unknown kind: {command.GetType().Name}."),
    };

    private int RunLoop(Command.Loop loop)
    {
        int status = 0;
        while (interpreter.Run(loop.Condition, isTested: true) == 0 != loop.IsUntil)
        {
            if (!Body(loop.Body, ref status))
            {
                break;
            }
        }

        return status;
    }

    private int RunFor(Command.For each)
    {
        int status = 0;
        foreach (string value in each.Words is { } words ? expander.Expand(words) : state.Arguments)
        {
            state.Variables[each.Name] = value;
            if (!Body(each.Body, ref status))
            {
                break;
            }
        }

        return status;
    }

    private bool Body(Command body, ref int status)
    {
        try
        {
            status = interpreter.Run(body);
            return true;
        }
        catch (LoopJump jump) when (jump.To != LoopJump.Target.Return)
        {
            status = 0;
            return jump.Count > 1 ? throw new LoopJump(jump.To, jump.Count - 1) : jump.To == LoopJump.Target.Continue;
        }
    }

    private int RunCase(Command.Case choice)
    {
        string subject = expander.ExpandOne(choice.Subject);
        foreach ((IReadOnlyList<Word> patterns, Command body) in choice.Branches)
        {
            if (patterns.Any(pattern => Matches(expander.ExpandOne(pattern), subject)))
            {
                return interpreter.Run(body);
            }
        }

        return 0;
    }

    // A pattern's star takes slashes here, too.
    private static bool Matches(string pattern, string subject) =>
        Devfs.PathPattern.Matches(pattern.Replace('/', '\u0001'), subject.Replace('/', '\u0001'));
}
