using System.Globalization;
using System.Management.Automation;

namespace Knast.PowerShell.Arguments;

/// <summary>Takes a duration as a TimeSpan, as seconds, or as text of either; without it the shell would take 10 as ten ticks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null or TimeSpan)
            return value;

        string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && Math.Abs(seconds) <= MostSeconds)
            return NotNegative(TimeSpan.FromSeconds(seconds), text);
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span))
            return NotNegative(span, text);
        throw new ArgumentTransformationMetadataException($"\"{text}\" is no duration; give seconds, such as 10 or 0.5, or a TimeSpan, such as 00:01:30.");
    }

    // A hundred years: TimeSpan holds it, and nobody means more.
    private const double MostSeconds = 100.0 * 365 * 24 * 3600;

    private static TimeSpan NotNegative(TimeSpan span, string text) => span >= TimeSpan.Zero
        ? span
        : throw new ArgumentTransformationMetadataException($"The duration \"{text}\" is negative; give 0 or more.");
}
