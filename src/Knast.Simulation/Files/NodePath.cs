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

    /// <summary>The path of a file of any kind, by the name under which it was found last.</summary>
    public static string? OfAny(Node node, Node root) => node.IsDirectory || node.Parent is not { } parent
        ? Of(node, root)
        : Of(parent, root) is { } directory ? (directory == "/" ? "" : directory) + "/" + node.Name : null;

    private static string Join(Stack<string> names) => "/" + string.Join('/', names);
}
