using System.Globalization;
using Knast.Native.Kernel;

namespace Knast.Simulation.Network.Cloners;

/// <summary>The number in an interface's name (ifc_name2unit).</summary>
internal static class UnitName
{
    /// <summary>Finds the number, which begins with the first digit.</summary>
    /// <returns>-1 where there is none.</returns>
    /// <exception cref="KernelError">EINVAL: a leading zero, something behind the number, or too large.</exception>
    public static int UnitOf(string name)
    {
        int start = name.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        if (start < 0)
        {
            return -1;
        }

        string digits = name[start..];
        bool isNumber = digits.All(char.IsAsciiDigit) && (digits.Length == 1 || digits[0] != '0');
        return isNumber && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int unit)
            ? unit
            : throw new KernelError(ErrorCode.EINVAL);
    }

    /// <summary>Whether a name is a kind's own, with a number behind it or nothing.</summary>
    public static bool IsOfKind(string name, string kind) =>
        name.StartsWith(kind, StringComparison.Ordinal) && name.AsSpan(kind.Length).IndexOfAnyExceptInRange('0', '9') < 0;
}
