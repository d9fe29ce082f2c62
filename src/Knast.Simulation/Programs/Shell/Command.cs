namespace Knast.Simulation.Programs.Shell;

/// <summary>A command of a script.</summary>
internal abstract record Command
{
    /// <summary>What is done to descriptors while it runs.</summary>
    public IReadOnlyList<Redirection> Redirections { get; init; } = [];

    /// <summary>Assignments, and a program with its arguments.</summary>
    internal sealed record Simple(IReadOnlyList<(string Name, Word Value)> Assignments, IReadOnlyList<Word> Words) : Command;

    /// <summary>Commands one after the other.</summary>
    internal sealed record Sequence(IReadOnlyList<Command> Commands) : Command;

    /// <summary>A command that nobody waits for.</summary>
    internal sealed record Background(Command Inner) : Command;

    /// <summary>Commands each of which reads what the one before writes.</summary>
    internal sealed record Pipeline(IReadOnlyList<Command> Commands, bool IsNegated) : Command;

    /// <summary>A second command where the first one succeeded, or failed.</summary>
    internal sealed record AndOr(Command Left, bool IsAnd, Command Right) : Command;

    /// <summary>Commands in a child.</summary>
    internal sealed record Subshell(Command Inner) : Command;

    /// <summary>Commands in braces.</summary>
    internal sealed record Group(Command Inner) : Command;

    /// <summary>if, elif, else.</summary>
    internal sealed record If(Command Condition, Command Then, Command? Else) : Command;

    /// <summary>while and until.</summary>
    internal sealed record Loop(Command Condition, Command Body, bool IsUntil) : Command;

    /// <summary>for.</summary>
    internal sealed record For(string Name, IReadOnlyList<Word>? Words, Command Body) : Command;

    /// <summary>case.</summary>
    internal sealed record Case(Word Subject, IReadOnlyList<(IReadOnlyList<Word> Patterns, Command Body)> Branches) : Command;

    /// <summary>A function.</summary>
    internal sealed record Function(string Name, Command Body) : Command;
}
