using System.Text.Json;

namespace Knast.Images.Registries;

/// <summary>A token of a registry's token server.</summary>
/// <param name="Text">The token.</param>
/// <param name="Expires">Until when it is good.</param>
internal sealed record AccessToken(string Text, DateTimeOffset Expires)
{
    private const int DefaultSeconds = 60;

    /// <summary>Reads the server's answer.</summary>
    /// <param name="content">The answer's body.</param>
    /// <param name="now">The time of the answer.</param>
    /// <returns>Null where there is no token in it.</returns>
    public static AccessToken? Read(byte[] content, DateTimeOffset now)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            JsonElement answer = document.RootElement;
            string? text = TextOf(answer, "token") ?? TextOf(answer, "access_token");
            bool hasLifetime = answer.TryGetProperty("expires_in", out JsonElement lifetime) && lifetime.ValueKind == JsonValueKind.Number;
            double seconds = hasLifetime ? lifetime.GetDouble() : DefaultSeconds;
            return string.IsNullOrEmpty(text) ? null : new AccessToken(text, now.AddSeconds(Math.Clamp(seconds, 0, 86400)));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
