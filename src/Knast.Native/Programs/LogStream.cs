namespace Knast.Native.Programs;

/// <summary>Which stream a frame of a container's log came from.</summary>
public enum LogStream
{
    /// <summary>None: the frame says how many bytes were dropped because the log could not be written.</summary>
    Dropped = 0,

    /// <summary>Standard output.</summary>
    Output = 1,

    /// <summary>Standard error.</summary>
    Error = 2,
}
