namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>Collects breaches; each check adds one where its value is wrong.</summary>
internal sealed class Findings
{
    private readonly List<Violation> _violations = [];

    public void Add(string pointer, string message, string rule) => _violations.Add(new Violation(pointer, message, rule));

    public IReadOnlyList<Violation> ToList() => _violations;

    /// <summary>The value is there, and can be handed to a kernel. False if it is not, so that nothing more need be said of it.</summary>
    public bool Required(string value, string pointer, string what, string rule)
    {
        if (value.Length == 0)
        {
            Add(pointer, $"{what} is missing; it is required.", rule);
            return false;
        }

        return Text(value, pointer, rule);
    }

    /// <summary>The value has no NUL character, which would end it early in the kernel.</summary>
    public bool Text(string? value, string pointer, string rule)
    {
        if (value is null || !value.Contains('\0', StringComparison.Ordinal))
            return true;
        Add(pointer, "The value has a NUL character, which no kernel takes in a string.", rule);
        return false;
    }

    /// <summary>The value is there and begins with a slash.</summary>
    public void AbsolutePath(string value, string pointer, string what, string rule)
    {
        if (Required(value, pointer, what, rule) && value[0] != '/')
            Add(pointer, $"{what} '{value}' is not absolute; it must begin with '/'.", rule);
    }

    /// <summary>The value is one of those that the specification lists.</summary>
    public void OneOf(string? value, IReadOnlyCollection<string> known, string pointer, string what, string rule)
    {
        if (value is not null && !known.Contains(value))
            Add(pointer, $"{what} '{value}' is not known; it may be {string.Join(", ", known)}.", rule);
    }

    /// <summary>Each value is one of those that the specification lists.</summary>
    public void EachOneOf(IReadOnlyList<string> values, IReadOnlyCollection<string> known, string pointer, string what, string rule)
    {
        for (var i = 0; i < values.Count; i++)
            OneOf(values[i], known, $"{pointer}/{i}", what, rule);
    }

    /// <summary>The value lies within bounds, both included.</summary>
    public void Range(long? value, long least, long most, string pointer, string what, string rule)
    {
        if (value < least || value > most)
            Add(pointer, $"{what} {value} is out of bounds; it may be {least} to {most}.", rule);
    }

    /// <summary>Each entry of an environment is <c>NAME=value</c>.</summary>
    public void Environment(IReadOnlyList<string> entries, string pointer, string rule)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (!Text(entries[i], $"{pointer}/{i}", rule))
                continue;
            if (entries[i].IndexOf('=', StringComparison.Ordinal) < 1)
                Add($"{pointer}/{i}", $"'{entries[i]}' is no environment entry; it reads NAME=value.", rule);
        }
    }

    /// <summary>The value is a list of numbers and ranges such as <c>0-3,7</c>.</summary>
    public void NumberList(string? value, string pointer, string what, string rule)
    {
        if (!string.IsNullOrEmpty(value) && !NumberLists.IsValid(value))
            Add(pointer, $"{what} '{value}' is no list of numbers and ranges, such as '0-3,7'.", rule);
    }
}
