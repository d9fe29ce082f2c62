using System.Management.Automation;

namespace Knast.Shell.Hosting;

/// <summary>Tab after Tab puts one candidate after another in the place of what was typed.</summary>
internal sealed class CompletionCycle(Func<string, int, CommandCompletion> complete)
{
    private CommandCompletion? _candidates;
    private int _length;

    public void Apply(LineBuffer line, bool backwards)
    {
        if (_candidates is null)
        {
            _candidates = complete(line.Text, line.Cursor);
            _length = _candidates.ReplacementLength;
        }

        CompletionResult? next = _candidates.GetNextResult(forward: !backwards);
        if (next is null)
            return;
        line.Replace(_candidates.ReplacementIndex, _length, next.CompletionText);
        _length = next.CompletionText.Length;
    }

    public void Reset() => _candidates = null;
}
