using System.Globalization;
using Knast.Simulation.Calls;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Files.Pseudo;

/// <summary>fdescfs(5): each process sees its own descriptors.</summary>
internal static class DescriptorFileSystem
{
    /// <summary>Makes one.</summary>
    /// <param name="root">The machine's root directory.</param>
    /// <param name="hasLinks">Whether descriptors of files are links to them (<c>linrdlnk</c>).</param>
    public static PseudoFileSystem New(Node root, bool hasLinks) => new("fdescfs", fileSystem => new PseudoDirectory(fileSystem)
    {
        FindMore = name => Find(fileSystem, root, name, hasLinks),
        ListMore = static () => CurrentCall.Process.Descriptors.All.Select(static entry => entry.Key.ToString(CultureInfo.InvariantCulture)),
    });

    private static Node? Find(PseudoFileSystem fileSystem, Node root, string name, bool hasLinks)
    {
        Process process = CurrentCall.Process;
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || process.Descriptors.All.All(entry => entry.Key != number))
        {
            return null;
        }

        return hasLinks && process.Descriptors.Get(number).Node is { } node && NodePath.OfAny(node, root) is { } path
            ? new PseudoLink(fileSystem, () => path)
            : new DescriptorNode(fileSystem, number);
    }
}
