using System.Globalization;
using System.Management.Automation;

namespace Knast.PowerShell.Arguments;

/// <summary>Takes a size as a number of bytes, or as text such as <c>512MB</c>; a blank, as a table has it, says nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ByteSizeTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether -1 is taken too, for no limit.</summary>
    public bool TakesMinusOne { get; set; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (text.Length == 0)
            return null;
        if (TakesMinusOne && text.Trim() == "-1")
            return -1L;
        return ByteSize.TryParse(text, out long bytes)
            ? bytes
            : throw new ArgumentTransformationMetadataException(
                $"\"{text}\" is no size; give bytes, or text such as 512MB or 1.5GB{(TakesMinusOne ? ", or -1 for no limit" : "")}.");
    }
}
