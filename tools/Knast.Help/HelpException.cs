namespace Knast.Help;

/// <summary>A help page is wrong, or does not fit its cmdlet.</summary>
internal sealed class HelpException(string message) : Exception(message);
