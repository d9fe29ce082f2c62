namespace Knast.Runtime.State;

/// <summary>Reads state where damage, by a crash or by hand, must not keep anybody from going on.</summary>
internal static class DamagedState
{
    /// <summary>Reads; null where it is damaged.</summary>
    public static T? Tolerate<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (KnastException error) when (error.ErrorId == "StateDamaged")
        {
            return null;
        }
    }
}
