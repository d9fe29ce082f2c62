using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Knast.Runtime;

/// <summary>A name or an id that is safe as a file name, a cgroup, a host name and a jail: letters, digits, <c>_ . -</c>, starting with a letter or a digit.</summary>
public readonly record struct ContainerName
{
    /// <summary>The most characters.</summary>
    public const int MaximumLength = 128;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    private readonly string? _value;

    private ContainerName(string value)
    {
        _value = value;
    }

    /// <summary>The name.</summary>
    public string Value => _value ?? throw new InvalidOperationException("An empty ContainerName has no value.");

    /// <summary>Takes a name.</summary>
    /// <param name="text">The name.</param>
    /// <exception cref="KnastException"><c>ContainerNameInvalid</c>: says what is wrong.</exception>
    public static ContainerName Parse(string text) => TryParse(text, out ContainerName name, out string? problem)
        ? name
        : throw new KnastException("ContainerNameInvalid", KnastErrorKind.InvalidArgument, problem, text);

    /// <summary>Takes a name if it is one.</summary>
    /// <param name="text">The name.</param>
    /// <param name="name">The name.</param>
    /// <param name="problem">What is wrong.</param>
    public static bool TryParse(string? text, out ContainerName name, [NotNullWhen(false)] out string? problem)
    {
        name = default;
        problem = Problem(text);
        if (problem is null)
        {
            name = new ContainerName(text!);
        }

        return problem is null;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";

    private static string? Problem(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "A container name must not be empty.";
        }

        if (text.Length > MaximumLength)
        {
            return $"The container name \"{text[..16]}…\" has {text.Length} characters; at most {MaximumLength} are allowed.";
        }

        if (!char.IsAsciiLetterOrDigit(text[0]))
        {
            return $"The container name \"{text}\" must start with a letter or a digit.";
        }

        int wrong = text.AsSpan().IndexOfAnyExcept(Allowed);
        return wrong < 0
            ? null
            : $"The container name \"{text}\" has the character '{text[wrong]}'; letters, digits, '_', '.' and '-' are allowed.";
    }
}
