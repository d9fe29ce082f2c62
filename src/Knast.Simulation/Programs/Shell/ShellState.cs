namespace Knast.Simulation.Programs.Shell;

/// <summary>What a shell remembers.</summary>
internal sealed class ShellState
{
    public Dictionary<string, string> Variables { get; } = [];

    public HashSet<string> Exported { get; } = [];

    public Dictionary<string, Command> Functions { get; private init; } = [];

    public Dictionary<int, string> Traps { get; private init; } = [];

    public string Name { get; init; } = "sh";

    public IReadOnlyList<string> Arguments { get; set; } = [];

    public int Status { get; set; }

    public int LastBackground { get; set; }

    public bool StopsOnError { get; set; }

    public bool Traces { get; set; }

    /// <summary>The environment of programs.</summary>
    public IReadOnlyList<string> Environment => [.. Exported.Where(Variables.ContainsKey).Select(name => $"{name}={Variables[name]}")];

    /// <summary>A copy for a child, whose traps are at their defaults.</summary>
    public ShellState Copy()
    {
        var copy = new ShellState
        {
            Functions = new Dictionary<string, Command>(Functions),
            Name = Name,
            Arguments = Arguments,
            Status = Status,
            LastBackground = LastBackground,
            StopsOnError = StopsOnError,
            Traces = Traces,
        };
        foreach ((string name, string value) in Variables)
        {
            copy.Variables[name] = value;
        }

        copy.Exported.UnionWith(Exported);
        return copy;
    }
}
