using Knast.Simulation.PacketFilter.Rules;

namespace Knast.Simulation.PacketFilter.Anchors;

/// <summary>The anchors of a vnet.</summary>
/// <param name="is15">Whether a slash at the end of a path is nothing, as it is since 15.</param>
/// <param name="unlinked">Where rules go that no list has any more.</param>
internal sealed class AnchorTree(bool is15, UnlinkedRules unlinked)
{
    private const int LongestName = 63;
    private const int LongestPath = 1024 - 64 - 1;

    /// <summary>The main ruleset.</summary>
    public Anchor Main { get; } = new(null, "", unlinked);

    /// <summary>Finds one; slashes at the beginning of the path are nothing.</summary>
    public Anchor? Find(string path)
    {
        Anchor? here = Main;
        foreach (string name in Components(path))
        {
            if (here is null || !here.Children.TryGetValue(name, out here))
            {
                return null;
            }
        }

        return here;
    }

    /// <summary>Finds one, or makes it with all that are missing above it.</summary>
    /// <returns>Null for a path that cannot be one.</returns>
    public Anchor? FindOrMake(string path)
    {
        if (Find(path) is { } found)
        {
            return found;
        }

        List<string> names = [.. Components(path)];
        if (is15 && names.Count > 1 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        Anchor here = Main;
        foreach (string name in names)
        {
            if (!here.Children.TryGetValue(name, out Anchor? next))
            {
                if (name.Length is 0 or > LongestName || here.Path.Length >= LongestPath)
                {
                    return null;
                }

                next = new Anchor(here, name, unlinked);
                here.Children.Add(name, next);
            }

            here = next;
        }

        return here;
    }

    /// <summary>Removes an anchor that nothing keeps, and those above it that nothing keeps then.</summary>
    public static void RemoveIfEmpty(Anchor anchor)
    {
        for (Anchor? here = anchor; here is { Parent: { } parent, IsEmpty: true }; here = parent)
        {
            parent.Children.Remove(here.Name);
        }
    }

    private static string[] Components(string path)
    {
        string trimmed = path.TrimStart('/');
        return trimmed.Length == 0 ? [] : trimmed.Split('/');
    }
}
