namespace Knast.Native.Remote;

/// <summary>Numbers and limits of the frames (tests/agent/protocol.h).</summary>
internal static class AgentProtocol
{
    /// <summary>Begins a greeting and its answer.</summary>
    public const uint Magic = 0x4741534b;

    /// <summary>The version of the frames.</summary>
    public const ushort Version = 1;

    /// <summary>The longest token, in bytes of UTF-8.</summary>
    public const int LargestToken = 128;

    /// <summary>The most bytes that follow a frame's header.</summary>
    public const int LargestFrame = 8 << 20;

    /// <summary>The most bytes that all blocks of a call take, each aligned.</summary>
    public const int LargestBlocks = 8 << 20;

    /// <summary>What each block of a call is aligned to.</summary>
    public const int BlockAlignment = 16;

    /// <summary>The bytes of a frame's header.</summary>
    public const int HeaderSize = 8;

    /// <summary>The bytes of the part that all answers to a call or launch begin with.</summary>
    public const int ReplySize = 16;

    /// <summary>Flag of an answer: the agent ended the call because it blocked for too long.</summary>
    public const uint TimeLimitFlag = 1;
}
