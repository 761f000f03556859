namespace BcSalesSync.Runtime.Reporting.Charts;

/// <summary>A row of a bar chart.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Value">Its value in words.</param>
/// <param name="Segments">Pieces of the bar: where it begins and how long it is, as parts of the whole, and the class that colours it.</param>
internal sealed record BarRow(string Name, string Value, IReadOnlyList<(double Start, double Length, string Class)> Segments)
{
    /// <summary>A row with one piece from the left.</summary>
    public static BarRow Of(string name, string value, double part, string look) => new(name, value, [(0, part, look)]);
}
