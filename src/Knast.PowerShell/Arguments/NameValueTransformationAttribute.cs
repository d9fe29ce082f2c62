using System.Management.Automation;

namespace Knast.PowerShell.Arguments;

/// <summary>Takes a hashtable, or texts <c>NAME=value</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NameValueTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => NameValuePairs.Read(inputData);
}
