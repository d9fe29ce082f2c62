using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Knast.PowerShell.Completion;

/// <summary>Completes names of containers.</summary>
internal sealed class ContainerNameCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string? root = fakeBoundParameters?["Root"] as string;
        return BoundedCompletion.Of(wordToComplete, () => Engines.Open(root).List().Select(container => (container.Name, Tip(container))));
    }

    private static string Tip(Container container) => $"{container.Status}, {container.Image ?? container.Bundle}";
}
