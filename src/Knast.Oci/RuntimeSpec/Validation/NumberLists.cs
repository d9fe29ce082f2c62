namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>Lists of processors or memory nodes: <c>0-3,7</c> (runtime-spec config-linux.md, "CPU").</summary>
internal static class NumberLists
{
    public static bool IsValid(string text) => text.Split(',').All(IsRange);

    // Kernels print and take white space around the commas, as in cpuset(7).
    private static bool IsRange(string text)
    {
        var ends = text.Trim().Split('-');
        return ends.Length switch
        {
            1 => uint.TryParse(ends[0], out _),
            2 => uint.TryParse(ends[0], out var first) && uint.TryParse(ends[1], out var last) && first <= last,
            _ => false,
        };
    }
}
