namespace Knast.Native.Linux.Processes;

/// <summary>Settings of prctl(2) (linux/prctl.h).</summary>
public enum ProcessSetting
{
    /// <summary>PR_SET_PDEATHSIG.</summary>
    ParentDeathSignal = 1,

    /// <summary>PR_SET_DUMPABLE.</summary>
    Dumpable = 4,

    /// <summary>PR_SET_KEEPCAPS.</summary>
    KeepCapabilities = 8,

    /// <summary>PR_SET_NAME.</summary>
    Name = 15,

    /// <summary>PR_CAPBSET_DROP.</summary>
    DropBoundingCapability = 24,

    /// <summary>PR_SET_CHILD_SUBREAPER.</summary>
    ChildSubreaper = 36,

    /// <summary>PR_SET_NO_NEW_PRIVS.</summary>
    NoNewPrivileges = 38,

    /// <summary>PR_CAP_AMBIENT.</summary>
    AmbientCapability = 47,
}
