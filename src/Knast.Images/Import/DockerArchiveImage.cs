using System.Text.Json;

namespace Knast.Images.Import;

/// <summary>An image of docker save's <c>manifest.json</c>.</summary>
/// <param name="Config">The path of its configuration.</param>
/// <param name="RepoTags">Its names.</param>
/// <param name="Layers">The paths of its layers, the lowest first.</param>
internal sealed record DockerArchiveImage(string Config, IReadOnlyList<string> RepoTags, IReadOnlyList<string> Layers)
{
    /// <summary>Reads the file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <exception cref="ImageException"><see cref="ImageErrorId.ArchiveInvalid"/>.</exception>
    public static List<DockerArchiveImage> ReadAll(byte[] content, string what)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            return [.. document.RootElement.EnumerateArray().Select(Read)];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ImageException(ImageErrorId.ArchiveInvalid, $"{what} is not what docker save writes: {error.Message}", error) { Subject = what };
        }
    }

    private static DockerArchiveImage Read(JsonElement image) => new(
        image.GetProperty(nameof(Config)).GetString() ?? throw new KeyNotFoundException("Config is null."),
        ReadNames(image, nameof(RepoTags)),
        ReadNames(image, nameof(Layers)));

    private static List<string> ReadNames(JsonElement image, string property) =>
        image.TryGetProperty(property, out JsonElement names) && names.ValueKind != JsonValueKind.Null
            ? [.. names.EnumerateArray().Select(name => name.GetString() ?? throw new KeyNotFoundException($"{property} holds null."))]
            : [];
}
