namespace Knast.Shell.Pester.Assertions;

/// <summary>An operator of Should.</summary>
internal interface IShouldOperator
{
    /// <summary>Whether all piped values are judged together; else each by itself.</summary>
    bool TakesCollection { get; }

    Verdict Judge(Assertion assertion);
}
