using System.Management.Automation;

namespace Knast.PowerShell.Arguments;

/// <summary>Takes a point in time, or a TimeSpan before now.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PointInTimeTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is TimeSpan span ? DateTimeOffset.Now - span.Duration() : value;
    }
}
