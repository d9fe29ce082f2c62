using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>What the steps of a container's program share: registers for what is needed for a moment.</summary>
internal sealed class FreeBsdStepContext
{
    public FreeBsdStepContext(ProgramBuilder builder)
    {
        Builder = builder;
        Root = builder.NewRegister();
        Parent = builder.NewRegister();
        Next = builder.NewRegister();
        File = builder.NewRegister();
    }

    /// <summary>The program.</summary>
    public ProgramBuilder Builder { get; }

    /// <summary>The kernel's target.</summary>
    public KernelTarget Target => Builder.Target;

    /// <summary>The root directory.</summary>
    public ProgramRegister Root { get; }

    /// <summary>A directory on the way to a place.</summary>
    public ProgramRegister Parent { get; }

    /// <summary>The next directory on the way to a place.</summary>
    public ProgramRegister Next { get; }

    /// <summary>Any other descriptor.</summary>
    public ProgramRegister File { get; }

    /// <summary>Adds a call and says what it acts on.</summary>
    public void Call(ProgramRegister? result, SystemCall call, string subject, params OnErrno[] on)
    {
        call.Subject = subject;
        Builder.Call(result, call, on);
    }
}
