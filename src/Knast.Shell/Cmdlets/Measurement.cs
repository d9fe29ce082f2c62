using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>The running figures of one property.</summary>
internal sealed class Measurement
{
    private static readonly ValueComparer Comparer = new(caseSensitive: false);
    private double _meanOfSquares;
    private double _mean;

    public int Count { get; private set; }

    public double Sum { get; private set; }

    public object? Maximum { get; private set; }

    public object? Minimum { get; private set; }

    public double? Average => Count == 0 ? null : Sum / Count;

    public double? StandardDeviation => Count < 2 ? null : Math.Sqrt(_meanOfSquares / (Count - 1));

    /// <summary>Counts a value in; false where it must be a number and is none.</summary>
    public bool Add(object value, bool numeric)
    {
        object plain = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (numeric)
        {
            if (!LanguagePrimitives.TryConvertTo(plain, out double number))
                return false;
            AddNumber(number);
            plain = plain is string ? number : plain;
        }

        Count++;
        if (Maximum is null || Comparer.Compare(plain, Maximum) > 0)
            Maximum = Number(plain);
        if (Minimum is null || Comparer.Compare(plain, Minimum) < 0)
            Minimum = Number(plain);
        return true;
    }

    // Welford's method: the sum of squared deviations without a second pass.
    private void AddNumber(double number)
    {
        Sum += number;
        double deviation = number - _mean;
        _mean += deviation / (Count + 1);
        _meanOfSquares += deviation * (number - _mean);
    }

    // As pwsh reports them, whatever integer type they had.
    private static object Number(object value) => value is IConvertible and not (string or DateTime or bool or char) and not Enum
        ? Convert.ToDouble(value, null)
        : value;
}
