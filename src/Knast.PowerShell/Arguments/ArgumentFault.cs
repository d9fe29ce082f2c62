using Knast.Runtime;

namespace Knast.PowerShell.Arguments;

/// <summary>An argument that is wrong in a way that no validation attribute can say.</summary>
internal static class ArgumentFault
{
    public static KnastException Of(string errorId, string message, object? target) =>
        new(errorId, KnastErrorKind.InvalidArgument, message, target);
}
