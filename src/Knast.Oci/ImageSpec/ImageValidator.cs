using Knast.Oci.Json;

namespace Knast.Oci.ImageSpec;

/// <summary>Finds every breach of image-spec 1.1 in a document: what it demands (MUST, REQUIRED).</summary>
public static class ImageValidator
{
    private const string IndexRule = "image-spec image-index.md#image-index-property-descriptions";
    private const string ManifestRule = "image-spec manifest.md#image-manifest-property-descriptions";
    private const string ConfigRule = "image-spec config.md#properties";
    private const int SchemaVersion = 2;

    /// <summary>Finds every breach in an index, OCI's or docker's.</summary>
    /// <param name="index">The index.</param>
    public static IReadOnlyList<Violation> Validate(ImageIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        var found = new List<Violation>();
        CheckHead(index.SchemaVersion, index.MediaType, MediaTypes.IsIndex(index.MediaType), MediaTypes.ImageIndex, IndexRule, found);
        if (index.ArtifactType is not null)
            DescriptorRules.CheckMediaType(index.ArtifactType, "/artifactType", IndexRule, found);
        for (var i = 0; i < index.Manifests.Count; i++)
            DescriptorRules.Check(index.Manifests[i], $"/manifests/{i}", found);
        CheckTail(index.Subject, index.Annotations, found);
        return found;
    }

    /// <summary>Finds every breach in a manifest, OCI's or docker's.</summary>
    /// <param name="manifest">The manifest.</param>
    public static IReadOnlyList<Violation> Validate(ImageManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var found = new List<Violation>();
        var isManifest = MediaTypes.IsManifest(manifest.MediaType);
        CheckHead(manifest.SchemaVersion, manifest.MediaType, isManifest, MediaTypes.ImageManifest, ManifestRule, found);
        if (manifest.ArtifactType is not null)
            DescriptorRules.CheckMediaType(manifest.ArtifactType, "/artifactType", ManifestRule, found);
        else if (manifest.Config?.MediaType == MediaTypes.Empty)
            found.Add(new Violation("/artifactType", "The configuration is the empty one; so artifactType must be set.", ManifestRule));
        if (manifest.Config is null)
            found.Add(new Violation("/config", "The descriptor of the configuration is missing; it is required.", ManifestRule));
        else
            DescriptorRules.Check(manifest.Config, "/config", found);
        for (var i = 0; i < manifest.Layers.Count; i++)
            DescriptorRules.Check(manifest.Layers[i], $"/layers/{i}", found);
        CheckTail(manifest.Subject, manifest.Annotations, found);
        return found;
    }

    /// <summary>Finds every breach in an image configuration.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="manifest">The manifest that names it, to compare the number of layers; null for none.</param>
    public static IReadOnlyList<Violation> Validate(ImageConfig config, ImageManifest? manifest = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        var found = new List<Violation>();
        if (config.Architecture.Length == 0)
            found.Add(new Violation("/architecture", "The architecture is missing; it is required.", ConfigRule));
        if (config.Os.Length == 0)
            found.Add(new Violation("/os", "The operating system is missing; it is required.", ConfigRule));
        CheckTime(config.Created, config.CreatedAt, "/created", found);
        CheckRootFs(config.RootFs, manifest, found);
        if (config.Config is { } parameters)
            CheckParameters(parameters, found);
        CheckHistory(config, found);
        return found;
    }

    /// <summary>Finds every breach in the file <c>oci-layout</c>.</summary>
    /// <param name="layout">The file's document.</param>
    public static IReadOnlyList<Violation> Validate(ImageLayout layout)
    {
        const string Rule = "image-spec image-layout.md#oci-layout-file";
        ArgumentNullException.ThrowIfNull(layout);
        return layout.ImageLayoutVersion switch
        {
            ImageLayout.CurrentVersion => [],
            "" => [new Violation("/imageLayoutVersion", "The version of the layout is missing; it is required.", Rule)],
            var other => [new Violation("/imageLayoutVersion", $"The version is '{other}'; '{ImageLayout.CurrentVersion}' is the only one there is.", Rule)],
        };
    }

    private static void CheckHead(int version, string? mediaType, bool isKnown, string expected, string rule, List<Violation> found)
    {
        if (version != SchemaVersion)
            found.Add(new Violation("/schemaVersion", $"The schema version is {version}; it must be {SchemaVersion}.", rule));
        if (mediaType is not null && !isKnown)
            found.Add(new Violation("/mediaType", $"The media type is '{mediaType}'; it must be '{expected}', or docker's equal.", rule));
    }

    private static void CheckTail(Descriptor? subject, IReadOnlyDictionary<string, string> annotations, List<Violation> found)
    {
        if (subject is not null)
            DescriptorRules.Check(subject, "/subject", found);
        DescriptorRules.CheckAnnotations(annotations, "/annotations", found);
    }

    private static void CheckTime(string? text, DateTimeOffset? time, string pointer, List<Violation> found)
    {
        if (!string.IsNullOrEmpty(text) && time is null)
            found.Add(new Violation(pointer, $"'{text}' is no time of RFC 3339, such as '2026-01-31T12:00:00Z'.", ConfigRule));
    }

    private static void CheckRootFs(RootFs? rootFs, ImageManifest? manifest, List<Violation> found)
    {
        if (rootFs is null)
        {
            found.Add(new Violation("/rootfs", "The list of layers is missing; it is required.", ConfigRule));
            return;
        }

        if (rootFs.Type != RootFs.Layers)
            found.Add(new Violation("/rootfs/type", $"The type is '{rootFs.Type}'; it must be '{RootFs.Layers}'.", ConfigRule));
        if (manifest is not null && manifest.Layers.Count != rootFs.DiffIds.Count)
        {
            var message = $"There are {rootFs.DiffIds.Count} diff_ids, but the manifest has {manifest.Layers.Count} layers.";
            found.Add(new Violation("/rootfs/diff_ids", message, ConfigRule));
        }
    }

    private static void CheckParameters(ExecutionParameters parameters, List<Violation> found)
    {
        for (var i = 0; i < parameters.Env.Count; i++)
        {
            if (parameters.Env[i].IndexOf('=', StringComparison.Ordinal) < 1)
                found.Add(new Violation($"/config/Env/{i}", $"'{parameters.Env[i]}' does not read NAME=value.", ConfigRule));
        }

        foreach (var port in parameters.ExposedPorts.Where(port => !IsPort(port)))
        {
            found.Add(new Violation(
                $"/config/ExposedPorts/{JsonPointer.Escape(port)}", $"'{port}' is no port; it reads 80, 80/tcp or 80/udp.", ConfigRule));
        }

        DescriptorRules.CheckAnnotations(parameters.Labels, "/config/Labels", found);
    }

    // docker also writes sctp, and ranges.
    private static bool IsPort(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var numbers = slash < 0 ? text : text[..slash];
        return numbers.Split('-') is { Length: <= 2 } ends && ends.All(end => ushort.TryParse(end, out _))
            && (slash < 0 || text[(slash + 1)..] is "tcp" or "udp" or "sctp");
    }

    private static void CheckHistory(ImageConfig config, List<Violation> found)
    {
        for (var i = 0; i < config.History.Count; i++)
            CheckTime(config.History[i].Created, config.History[i].CreatedAt, $"/history/{i}/created", found);
        var layers = config.History.Count(entry => !entry.EmptyLayer);
        if (config.RootFs is { } rootFs && layers > rootFs.DiffIds.Count)
        {
            var message = $"The history tells of {layers} layers, but there are {rootFs.DiffIds.Count} diff_ids.";
            found.Add(new Violation("/history", message, ConfigRule));
        }
    }
}
