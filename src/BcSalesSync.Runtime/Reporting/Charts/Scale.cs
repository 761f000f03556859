namespace BcSalesSync.Runtime.Reporting.Charts;

/// <summary>A scale from nothing to a round number that is not below a value.</summary>
internal sealed record Scale
{
    private static readonly long[] Steps = [1, 2, 4, 5, 10];

    /// <summary>Finds the scale for a value.</summary>
    public Scale(long value)
    {
        var magnitude = 1L;
        while (magnitude * 10 < value)
            magnitude *= 10;
        End = Steps.Select(step => step * magnitude).FirstOrDefault(end => end >= value, magnitude * 10);
    }

    /// <summary>Its end.</summary>
    public long End { get; }

    /// <summary>Values at which lines are drawn.</summary>
    public IReadOnlyList<long> Lines => End < 2 ? [0, End] : [0, End / 2, End];

    /// <summary>A value as a part of the scale.</summary>
    public double Of(long value) => (double)value / End;
}
