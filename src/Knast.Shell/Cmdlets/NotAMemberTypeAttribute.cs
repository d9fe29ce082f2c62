using System.Management.Automation;
using Knast.Shell.Engine;

namespace Knast.Shell.Cmdlets;

/// <summary>Refuses the names of member types, so that the binder takes them for -MemberType.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotAMemberTypeAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is string name && Enum.TryParse<PSMemberTypes>(name, ignoreCase: true, out _))
            throw EngineInternals.TryNextParameterSet($"'{name}' names a member type: -MemberType NoteProperty -Name '{name}' makes such a property.");
    }
}
