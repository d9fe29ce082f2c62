using System.Globalization;

namespace Knast.PowerShell.Pipeline;

/// <summary>Sizes for people, in units of 1024.</summary>
internal static class HumanSize
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    public static string Of(long bytes)
    {
        double size = bytes;
        int unit = 0;
        for (; size >= 1024 && unit < Units.Length - 1; unit++)
            size /= 1024;
        string format = unit == 0 || size >= 100 ? "0" : "0.0";
        return size.ToString(format, CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}
