namespace Knast.PowerShell.Narration;

/// <summary>Who is told of requests to the kernel, on whatever thread they are made.</summary>
internal interface INarrator
{
    bool WantsDebug { get; }

    void Verbose(string text);

    void Debug(string text);
}
