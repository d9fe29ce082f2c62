using Knast.Simulation.Files;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Jails;

/// <summary>A jail (struct prison).</summary>
internal sealed class Jail
{
    private Jail()
    {
    }

    public int Id { get; init; }

    public Jail? Parent { get; init; }

    public bool IsRoot => Parent is null;

    public Node? Root { get; set; }

    public HashSet<Process> Processes { get; } = [];

    public HashSet<string> Allowed { get; } = [];

    public static Jail NewRoot() => new();

    public bool Allows(string what) => IsRoot || Allowed.Contains(what);

    public bool IsVisibleTo(Jail other)
    {
        for (Jail? here = this; here is not null; here = here.Parent)
        {
            if (here == other)
            {
                return true;
            }
        }

        return false;
    }

    public void ProcessEnded()
    {
        if (Processes.Count == 0)
        {
            Allowed.Remove("");
        }
    }
}
