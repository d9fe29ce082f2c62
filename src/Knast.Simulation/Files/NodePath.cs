namespace Knast.Simulation.Files;

/// <summary>The path of a directory, from where it is to the top.</summary>
internal static class NodePath
{
    /// <summary>The path below a root; null where the directory is not below it.</summary>
    public static string? Of(Node directory, Node root)
    {
        var names = new Stack<string>();
        Node here = directory;
        while (here != root)
        {
            while (here.Parent is null && here.Mount.Covered is { } covered)
            {
                here = covered;
            }

            if (here == root || here.Parent is not { } parent)
            {
                return here == root ? Join(names) : null;
            }

            names.Push(here.Name);
            here = parent;
        }

        return Join(names);
    }

    private static string Join(Stack<string> names) => "/" + string.Join('/', names);
}
