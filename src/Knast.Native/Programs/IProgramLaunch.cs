namespace Knast.Native.Programs;

/// <summary>A program that is being played in a process of its own. Disposing it closes the report socket, so a program that waits ends.</summary>
public interface IProgramLaunch : IDisposable
{
    /// <summary>The first process of the program.</summary>
    int ProcessId { get; }

    /// <summary>Waits for the next report.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The report, or null when the program has nothing more to say: it executed another program or ended.</returns>
    /// <exception cref="Kernel.NativeException">A step of the program failed; names the call and the object.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the program still runs.</exception>
    /// <exception cref="InvalidDataException">The launcher refused the program as malformed.</exception>
    ProgramReport? Receive(CancellationToken cancellation);

    /// <summary>Lets a program go on that awaits it.</summary>
    void Proceed();
}
