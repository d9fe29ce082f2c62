namespace Knast.Native.Remote;

/// <summary>What a frame asks of an agent (<c>enum agent_verb</c> of tests/agent/protocol.h).</summary>
internal enum AgentVerb
{
    /// <summary>Shows the token and learns what kernel it is.</summary>
    Hello = 1,

    /// <summary>Makes a system call.</summary>
    Call,

    /// <summary>Starts a program in a child.</summary>
    Launch,

    /// <summary>Ends the agent, and the machine where the agent is its process 1.</summary>
    PowerOff,
}
