using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>A mapped field that people edit, by its names on both sides.</summary>
/// <param name="Bc">Column of customers.</param>
/// <param name="Sales">Column of accounts.</param>
/// <param name="TwoWay">False when only Business Central's value counts.</param>
internal sealed record LifeField(string Bc, string Sales, bool TwoWay = true)
{
    /// <summary>All of them; the last one holds amounts.</summary>
    public static IReadOnlyList<LifeField> All { get; } =
        [.. Edit.Fields.Select(field => new LifeField(field.Bc, field.Sales)), new LifeField("creditLimit", "creditlimit", false)];

    /// <summary>What is typed into the field.</summary>
    public object Typed(string value) => TwoWay ? value : (decimal)value[0];

    /// <summary>The value in a row as it is compared; empty text when blank or when there is no row. Amounts of zero are blank.</summary>
    public static string Shown(JsonObject? row, string column) => row?[column] switch
    {
        null => string.Empty,
        JsonValue value when value.GetValueKind() is JsonValueKind.Number => value.GetValue<decimal>().ToString("#.##", CultureInfo.InvariantCulture),
        var value => value.ToString(),
    };
}
