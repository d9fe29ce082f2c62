using System.Management.Automation;
using Knast.Shell.Pester.Model;
using Knast.Shell.Pester.Subset;

namespace Knast.Shell.Pester.Running;

/// <summary>The first phase: the file is run, and Describe, Context and It only note what there is.</summary>
internal static class Discovery
{
    public static void Discover(PesterSession session, TestFile file)
    {
        foreach (SubsetViolation violation in PesterSubset.Check(file.Path))
        {
            file.Errors.Add(new ErrorRecord(
                new InvalidDataException(violation.ToString()), "PesterSubsetViolation", ErrorCategory.SyntaxError, file.Path));
        }

        if (file.Errors.Count > 0)
            return;
        session.Discovering = file.Root;
        try
        {
            session.Scopes.InNewScriptScope(() => session.Scopes.InNewScope(() => session.Scopes.DotSource(file.Path)));
        }
        catch (Exception e) when (TestFailure.IsFailure(e))
        {
            file.Errors.Add(TestFailure.Record(e));
        }

        session.Discovering = null;
    }

    /// <summary>Adds a block and reads its body.</summary>
    public static void Add(PesterSession session, PesterBlock block, ScriptBlock body)
    {
        PesterBlock parent = block.Parent!;
        parent.Items.Add(block);
        session.Discovering = block;
        try
        {
            session.Scopes.InNewScope(() =>
            {
                session.Scopes.Define(block.Data);
                session.Scopes.DotSource(body, block.Data);
            });
        }
        catch (Exception e) when (TestFailure.IsFailure(e))
        {
            // As of throw, or the file that calls Describe would go on after it.
            throw TestFailure.Throw(TestFailure.Record(e));
        }

        session.Discovering = parent;
    }
}
