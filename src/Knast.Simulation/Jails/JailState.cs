namespace Knast.Simulation.Jails;

/// <summary>How far a jail's life has come.</summary>
internal enum JailState
{
    /// <summary>It is being made.</summary>
    New,

    /// <summary>It is there.</summary>
    Alive,

    /// <summary>Nothing can be put into it any more; something still refers to it.</summary>
    Dying,

    /// <summary>It is gone.</summary>
    Gone,
}
