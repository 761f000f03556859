using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>A mapped field that people edit, by its names on both sides.</summary>
/// <param name="Bc">Column in Business Central.</param>
/// <param name="Sales">Column in Sales.</param>
/// <param name="TwoWay">False when only Business Central's value counts.</param>
internal sealed record LifeField(string Bc, string Sales, bool TwoWay = true)
{
    /// <summary>What it holds.</summary>
    public LifeFieldKind Kind { get; init; }

    /// <summary>True when a row of Sales keeps its own value until that of Business Central is filled.</summary>
    public bool OnceFilled { get; init; }

    /// <summary>What stands before the value in Sales.</summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>What is typed into the field of a record in Business Central.</summary>
    public object TypedInBc(string value, Guid id, LifeLinks links) => Kind switch
    {
        LifeFieldKind.Amount => (decimal)value[0],
        LifeFieldKind.Code => $"{value[0]}{id:N}"[..7].ToUpperInvariant(),
        LifeFieldKind.Link => links.Of(value).Bc,
        _ => value,
    };

    /// <summary>What is typed into the field of a row of Sales.</summary>
    public object TypedInSales(string value, Guid id, LifeLinks links) => Kind switch
    {
        LifeFieldKind.Link => links.Of(value).Sales,
        LifeFieldKind.Code => Prefix + TypedInBc(value, id, links),
        _ => TypedInBc(value, id, links),
    };

    /// <summary>The value of a record of Business Central as it is compared; empty text when blank or when there is no record. Amounts of zero are blank.</summary>
    public string ShownInBc(JsonObject? row, LifeLinks links)
    {
        var shown = Shown(row, Bc);
        return Kind is LifeFieldKind.Link ? links.InSales(shown) : shown;
    }

    /// <summary>The value of a row of Sales as it is compared.</summary>
    public string ShownInSales(JsonObject? row)
    {
        var shown = Shown(row, Kind is LifeFieldKind.Link ? $"_{Sales}_value" : Sales);
        return Prefix.Length > 0 && shown.StartsWith(Prefix, StringComparison.Ordinal) ? shown[Prefix.Length..] : shown;
    }

    private static string Shown(JsonObject? row, string column) => row?[column] switch
    {
        null => string.Empty,
        JsonValue value when value.GetValueKind() is JsonValueKind.Number => value.GetValue<decimal>().ToString("#.##", CultureInfo.InvariantCulture),
        var value => value.ToString(),
    };
}
