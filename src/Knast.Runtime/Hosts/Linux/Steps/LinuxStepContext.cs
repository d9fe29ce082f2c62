using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>What the steps of a container's program share. A program has few registers, so steps use the same ones for what they need for a moment.</summary>
internal sealed class LinuxStepContext
{
    public LinuxStepContext(ProgramBuilder builder)
    {
        Builder = builder;
        Root = builder.NewRegister();
        Place = builder.NewRegister();
        Parent = builder.NewRegister();
        Next = builder.NewRegister();
        Mount = builder.NewRegister();
        File = builder.NewRegister();
    }

    /// <summary>The program.</summary>
    public ProgramBuilder Builder { get; }

    /// <summary>The kernel's target.</summary>
    public KernelTarget Target => Builder.Target;

    /// <summary>The root file system's descriptor.</summary>
    public ProgramRegister Root { get; }

    /// <summary>A place inside the root file system.</summary>
    public ProgramRegister Place { get; }

    /// <summary>A directory on the way to a place.</summary>
    public ProgramRegister Parent { get; }

    /// <summary>The next directory on the way to a place.</summary>
    public ProgramRegister Next { get; }

    /// <summary>A mount that is attached nowhere yet.</summary>
    public ProgramRegister Mount { get; }

    /// <summary>Any other descriptor.</summary>
    public ProgramRegister File { get; }
}
