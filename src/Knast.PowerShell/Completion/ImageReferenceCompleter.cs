using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Knast.Runtime;

namespace Knast.PowerShell.Completion;

/// <summary>Completes references of images in the store.</summary>
internal sealed class ImageReferenceCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string? root = fakeBoundParameters?["Root"] as string;
        return BoundedCompletion.Of(wordToComplete, () => References(Engines.Open(root)));
    }

    // A store is made when it is opened; completing a word is no reason to make one.
    private static IEnumerable<(string Name, string Tip)> References(ContainerEngine engine) => Directory.Exists(engine.Options.Root)
        ? engine.Images.List().Where(image => image.Reference is not null).Select(image => (image.Reference!, $"{image.Platform}, {image.Id}"))
        : [];
}
