using System.Management.Automation;

namespace Knast.PowerShell.Arguments;

/// <summary>Takes what <c>NAME=value</c> takes, and a name alone for any value.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LabelFilterTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => NameValuePairs.Read(inputData, bareValue: "*");
}
