using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Knast.PowerShell.Completion;

/// <summary>Completes networks.</summary>
internal sealed class NetworkCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        BoundedCompletion.Of(wordToComplete, static () => [("none", "A loopback interface only"), ("host", "The host's own network")]);
}
