namespace Knast.Shell.CommandLine;

/// <summary>How much the Pester runner prints; the names are Pester's.</summary>
internal enum PesterVerbosity
{
    /// <summary>Nothing but the summary line.</summary>
    None,

    /// <summary>Files, failures and the summary.</summary>
    Normal,

    /// <summary>Every block and test.</summary>
    Detailed,
}
