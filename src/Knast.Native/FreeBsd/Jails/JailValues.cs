namespace Knast.Native.FreeBsd.Jails;

/// <summary>What jail_get(2) told of a jail.</summary>
public sealed class JailValues
{
    private readonly Dictionary<string, JailParameter> _parameters;

    internal JailValues(int jid, IEnumerable<JailParameter> parameters)
    {
        Jid = jid;
        _parameters = parameters.ToDictionary(static parameter => parameter.Name, StringComparer.Ordinal);
    }

    /// <summary>The jail's id.</summary>
    public int Jid { get; }

    /// <summary>All that was asked for.</summary>
    public IReadOnlyCollection<JailParameter> Parameters => _parameters.Values;

    /// <summary>A parameter that was asked for.</summary>
    /// <param name="definition">Which.</param>
    /// <exception cref="KeyNotFoundException">It was not asked for.</exception>
    public JailParameter this[JailParameterDefinition definition]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(definition);
            return _parameters.TryGetValue(definition.Name, out JailParameter? parameter)
                ? parameter
                : throw new KeyNotFoundException($"The jail parameter {definition.Name} was not asked for.");
        }
    }
}
