using Knast.Oci.ImageSpec;

namespace Knast.Oci.RuntimeSpec;

/// <summary>Makes a runtime configuration of an image and of what the user asks (image-spec conversion.md).</summary>
public static class RuntimeConfigComposer
{
    /// <summary>
    /// The configuration of a container. Without a command in the image or the overrides it has no arguments, which the validator
    /// reports.
    /// </summary>
    /// <param name="defaults">The platform's default, such as <see cref="RuntimeConfigDefaults.ForLinux"/>.</param>
    /// <param name="image">The image's configuration; null where the root filesystem is of no image.</param>
    /// <param name="overrides">What the user asks.</param>
    public static RuntimeConfig Compose(RuntimeConfig defaults, ImageConfig? image, RuntimeOverrides overrides)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        ArgumentNullException.ThrowIfNull(overrides);
        var parameters = image?.Config ?? new ExecutionParameters();
        var process = defaults.Process ?? new ContainerProcess { Cwd = "/" };
        var root = defaults.Root ?? new RootFilesystem { Path = RuntimeConfigDefaults.RootDirectoryName };
        return defaults with
        {
            Root = root with { Path = overrides.RootPath ?? root.Path, Readonly = overrides.ReadonlyRoot || root.Readonly },
            Hostname = overrides.Hostname ?? defaults.Hostname,
            Mounts = MergeMounts(defaults.Mounts, overrides.Mounts),
            Annotations = Annotations(defaults, image, overrides),
            Process = process with
            {
                Args = Args(parameters, overrides),
                Env = MergeEnv(process.Env, parameters.Env, overrides.Env),
                Cwd = overrides.WorkingDirectory ?? (string.IsNullOrEmpty(parameters.WorkingDir) ? process.Cwd : parameters.WorkingDir),
                User = overrides.User ?? process.User,
                Terminal = overrides.Terminal || process.Terminal,
            },
        };
    }

    // As docker does: another entrypoint makes the image's arguments meaningless.
    private static IReadOnlyList<string> Args(ExecutionParameters image, RuntimeOverrides overrides) =>
        overrides.Entrypoint is { } entrypoint
            ? [.. entrypoint, .. overrides.Command ?? []]
            : [.. image.Entrypoint, .. overrides.Command ?? image.Cmd];

    /// <summary>The entries of all lists; a later one takes the place of an earlier one with the same name.</summary>
    private static List<string> MergeEnv(params IReadOnlyList<string>[] lists)
    {
        var merged = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in lists.SelectMany(list => list))
        {
            var end = entry.IndexOf('=', StringComparison.Ordinal);
            var name = end < 0 ? entry : entry[..end];
            if (places.TryGetValue(name, out var place))
            {
                merged[place] = entry;
            }
            else
            {
                places.Add(name, merged.Count);
                merged.Add(entry);
            }
        }

        return merged;
    }

    private static IReadOnlyList<Mount> MergeMounts(IReadOnlyList<Mount> defaults, IReadOnlyList<Mount> added)
    {
        if (added.Count == 0)
            return defaults;
        var replaced = added.Select(mount => mount.Destination.TrimEnd('/')).ToHashSet(StringComparer.Ordinal);
        return [.. defaults.Where(mount => !replaced.Contains(mount.Destination.TrimEnd('/'))), .. added];
    }

    // Lowest first: what the image implies, what its labels say, what the user says.
    private static SortedDictionary<string, string> Annotations(RuntimeConfig defaults, ImageConfig? image, RuntimeOverrides overrides)
    {
        var merged = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var implied = image is null ? [] : Implied(image);
        var labels = image?.Config?.Labels ?? NoEntries.Strings;
        foreach (var (key, value) in defaults.Annotations.Concat(implied).Concat(labels).Concat(overrides.Annotations))
            merged[key] = value;
        return merged;
    }

    private static IEnumerable<KeyValuePair<string, string>> Implied(ImageConfig image)
    {
        (string Key, string? Value)[] all =
        [
            (AnnotationKeys.Os, image.Os),
            (AnnotationKeys.Architecture, image.Architecture),
            (AnnotationKeys.Variant, image.Variant),
            (AnnotationKeys.OsVersion, image.OsVersion),
            (AnnotationKeys.OsFeatures, string.Join(',', image.OsFeatures)),
            (AnnotationKeys.Author, image.Author),
            (AnnotationKeys.Created, image.Created),
            (AnnotationKeys.StopSignal, image.Config?.StopSignal),
            (AnnotationKeys.ExposedPorts, string.Join(',', image.Config?.ExposedPorts ?? [])),
        ];
        return all.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!));
    }
}
