using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Knast.Oci.DistributionSpec;
using Knast.Oci.ImageSpec;
using Knast.Oci.RuntimeSpec;

namespace Knast.Oci.Json;

/// <summary>The settings of the serializer, once for each of the two layouts.</summary>
internal static class OciJsonOptions
{
    // Specifications demand these arrays even where they are empty.
    private static readonly HashSet<(Type, string)> WrittenEmpty =
    [
        (typeof(ImageIndex), "manifests"),
        (typeof(ImageManifest), "layers"),
        (typeof(RootFs), "diff_ids"),
        (typeof(LinuxSyscall), "names"),
        (typeof(ContainerProcessState), "fds"),
        (typeof(ErrorResponse), "errors"),
        (typeof(TagList), "tags"),
        (typeof(RepositoryList), "repositories"),
    ];

    // In features, an empty array says something else than an absent one (runtime-spec features.md).
    private static readonly HashSet<Type> TellingEmpty =
    [
        typeof(RuntimeFeatures), typeof(LinuxFeatures), typeof(SeccompFeatures), typeof(MemoryPolicyFeatures),
    ];

    private static readonly JsonSerializerOptions Compact = Create(indented: false);
    private static readonly JsonSerializerOptions Indented = Create(indented: true);

    public static JsonTypeInfo<T> TypeInfo<T>(bool indented) =>
        (JsonTypeInfo<T>)(indented ? Indented : Compact).GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(OciJsonContext.Default.Options)
        {
            WriteIndented = indented,
            MaxDepth = OciJson.MaxDepth,
            // The documents are not embedded in HTML, and media types are full of '+'.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = OciJsonContext.Default.WithAddedModifier(OmitEmptyCollections),
        };
        options.MakeReadOnly();
        return options;
    }

    private static void OmitEmptyCollections(JsonTypeInfo type)
    {
        if (TellingEmpty.Contains(type.Type))
            return;
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
                continue;
            if (!WrittenEmpty.Contains((type.Type, property.Name)))
                property.ShouldSerialize = (_, value) => value is IEnumerable items && items.GetEnumerator().MoveNext();
        }
    }
}
