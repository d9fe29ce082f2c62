namespace Knast.Simulation;

/// <summary>What was asked would bring a real kernel down: the caller must not ask it.</summary>
public sealed class KernelPanicException : Exception
{
    /// <summary>A panic.</summary>
    /// <param name="message">What was asked, and what a real kernel does then.</param>
    public KernelPanicException(string message)
        : base(message)
    {
    }

    /// <summary>A panic without words.</summary>
    public KernelPanicException()
    {
    }

    /// <summary>A panic with a cause.</summary>
    /// <param name="message">What was asked, and what a real kernel does then.</param>
    /// <param name="inner">The cause.</param>
    public KernelPanicException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
