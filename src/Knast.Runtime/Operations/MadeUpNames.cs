namespace Knast.Runtime.Operations;

/// <summary>Names for containers that were given none: the image's last part, or the bundle's, and some of the id.</summary>
internal static class MadeUpNames
{
    private const int IdDigits = 6;
    private const int LongestStem = 40;

    /// <summary>Makes up a name.</summary>
    public static string Next(CreateRequest request, string id)
    {
        string from = request.Image?.Repository ?? request.Bundle?.TrimEnd('/') ?? "";
        string stem = new([.. Path.GetFileName(from).Where(char.IsAsciiLetterOrDigit).Take(LongestStem)]);
        return $"{(stem.Length == 0 ? "container" : stem.ToLowerInvariant())}-{id[..Math.Min(IdDigits, id.Length)]}";
    }
}
