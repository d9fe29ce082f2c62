using System.Management.Automation;

namespace Knast.PowerShell.Commands;

/// <summary>Which containers <c>Get-KnastContainer</c> keeps.</summary>
internal static class ContainerFilter
{
    /// <summary>Whether a container has one of the states, one of the images and all the labels; null asks for nothing.</summary>
    public static bool Matches(
        Container container, IReadOnlyList<ContainerStatus>? states, IReadOnlyList<string>? images, IReadOnlyDictionary<string, string>? labels) =>
        (states is null || states.Contains(container.Status))
        && (images is null || images.Any(image => ImageSelection.Matches(image, container.Image, container.ImageId)))
        && (labels is null || labels.All(label => HasLabel(container, label.Key, label.Value)));

    private static bool HasLabel(Container container, string name, string wildcard) =>
        container.Labels.TryGetValue(name, out string? value) && WildcardPattern.Get(wildcard, WildcardOptions.None).IsMatch(value);
}
