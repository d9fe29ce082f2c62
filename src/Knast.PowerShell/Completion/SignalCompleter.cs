using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Knast.Runtime;

namespace Knast.PowerShell.Completion;

/// <summary>Completes names of signals.</summary>
internal sealed class SignalCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = wordToComplete ?? "";
        string prefix = word.StartsWith("SIG", StringComparison.OrdinalIgnoreCase) ? "SIG" : "";
        return BoundedCompletion.Of(word, () => Signal.Names.Select(name => (prefix + name, "SIG" + name)));
    }
}
