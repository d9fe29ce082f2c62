using System.Text.RegularExpressions;
using Knast.Oci.Json;

namespace Knast.Oci.ImageSpec;

/// <summary>What image-spec demands of every descriptor, and of annotations.</summary>
internal static partial class DescriptorRules
{
    private const string Rule = "image-spec descriptor.md#properties";
    private const string AnnotationsRule = "image-spec annotations.md#rules";

    public static void Check(Descriptor descriptor, string pointer, List<Violation> found)
    {
        CheckMediaType(descriptor.MediaType, $"{pointer}/mediaType", Rule, found);
        if (descriptor.Digest.IsEmpty)
            found.Add(new Violation($"{pointer}/digest", "The digest is missing; it is required.", Rule));
        if (descriptor.Size < 0)
            found.Add(new Violation($"{pointer}/size", $"The size {descriptor.Size} is negative.", Rule));
        for (var i = 0; i < descriptor.Urls.Count; i++)
        {
            if (!Uri.TryCreate(descriptor.Urls[i], UriKind.Absolute, out _))
                found.Add(new Violation($"{pointer}/urls/{i}", $"'{descriptor.Urls[i]}' is no URI (RFC 3986).", Rule));
        }

        if (descriptor.ArtifactType is not null)
            CheckMediaType(descriptor.ArtifactType, $"{pointer}/artifactType", Rule, found);
        CheckAnnotations(descriptor.Annotations, $"{pointer}/annotations", found);
        CheckPlatform(descriptor.Platform, $"{pointer}/platform", found);
        CheckData(descriptor, $"{pointer}/data", found);
    }

    public static void CheckMediaType(string mediaType, string pointer, string rule, List<Violation> found)
    {
        if (mediaType.Length == 0)
            found.Add(new Violation(pointer, "The media type is missing; it is required.", rule));
        else if (!MediaTypeForm().IsMatch(mediaType))
            found.Add(new Violation(pointer, $"'{mediaType}' is no media type of the form type/subtype (RFC 6838, section 4.2).", rule));
    }

    public static void CheckAnnotations(IReadOnlyDictionary<string, string> annotations, string pointer, List<Violation> found)
    {
        if (annotations.ContainsKey(""))
            found.Add(new Violation($"{pointer}/{JsonPointer.Escape("")}", "The key of an annotation is empty.", AnnotationsRule));
    }

    private static void CheckPlatform(Platform? platform, string pointer, List<Violation> found)
    {
        const string PlatformRule = "image-spec image-index.md#image-index-property-descriptions";
        if (platform is { Architecture: "" })
            found.Add(new Violation($"{pointer}/architecture", "The architecture is missing; it is required.", PlatformRule));
        if (platform is { Os: "" })
            found.Add(new Violation($"{pointer}/os", "The operating system is missing; it is required.", PlatformRule));
    }

    private static void CheckData(Descriptor descriptor, string pointer, List<Violation> found)
    {
        if (descriptor.Data is not { } data)
            return;
        if (data.Length != descriptor.Size)
            found.Add(new Violation(pointer, $"The embedded content has {data.Length} bytes, but the size is {descriptor.Size}.", Rule));
        else if (descriptor.Digest.IsSupported && !descriptor.Digest.Matches(data.Span))
            found.Add(new Violation(pointer, $"The embedded content does not have the digest {descriptor.Digest}.", Rule));
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\z", RegexOptions.CultureInvariant)]
    private static partial Regex MediaTypeForm();
}
