using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>Looks whether a constant is a value its column can hold.</summary>
internal static class ConstantCheck
{
    public static MappingProblem? Problem(FieldMapping row, RowColumns columns)
    {
        if (row.Constant is not { } constant)
            return null;
        var side = row.SalesField is null ? SystemSide.BusinessCentral : SystemSide.Sales;
        var reason = row.Transform is not null
            ? "a constant needs no transformation"
            : Obstacle(constant, (columns.Sales ?? columns.Bc)!, side);
        return reason is null ? null : RowCheck.Of(row, "InvalidConstant", $"{reason}.", "Give another -ConstantValue.");
    }

    /// <summary>Why a column cannot hold a constant; null when it can.</summary>
    /// <param name="constant">The constant as text.</param>
    /// <param name="column">The column.</param>
    /// <param name="side">The side of the column; Sales holds choices by number, Business Central by name.</param>
    public static string? Obstacle(string constant, ColumnSchema column, SystemSide side) => column.Kind switch
    {
        _ when string.IsNullOrEmpty(constant) => "a constant cannot be blank",
        FieldKind.Text or FieldKind.Code => column.MaxLength < constant.Length
            ? string.Create(CultureInfo.InvariantCulture, $"'{constant}' is longer than the {column.MaxLength} characters of {column.Name}")
            : null,
        FieldKind.Number => Unless(
            decimal.TryParse(constant, NumberStyles.Number, CultureInfo.InvariantCulture, out _), constant, "number such as 12.5"),
        FieldKind.Boolean => Unless(bool.TryParse(constant, out _), constant, "true or false"),
        FieldKind.Date => Unless(
            DateOnly.TryParseExact(constant, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            constant,
            "date such as 2026-01-31"),
        FieldKind.DateTime => Unless(
            DateTimeOffset.TryParse(constant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
            constant,
            "time such as 2026-01-31T08:00:00Z"),
        FieldKind.Option => Choice(constant, column, side),
        FieldKind.UniqueId => Unless(Guid.TryParse(constant, out _), constant, "id"),
        _ => $"{column.Name} is a reference, which cannot be a constant",
    };

    private static string? Choice(string constant, ColumnSchema column, SystemSide side)
    {
        var byName = side is SystemSide.BusinessCentral;
        var values = column.Choices.Select(choice => byName ? choice.Label : choice.Value.ToString(CultureInfo.InvariantCulture));
        var fits = column.Choices.Count > 0
            ? values.Contains(constant)
            : byName || int.TryParse(constant, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        return fits ? null : $"'{constant}' is none of the choices of {column.Name}: {Listed(column)}";
    }

    private static string Listed(ColumnSchema column) =>
        column.Choices.Count == 0 ? "numbers" : string.Join(", ", column.Choices.Select(choice => $"{choice.Value} {choice.Label}"));

    private static string? Unless(bool fits, string constant, string expected) => fits ? null : $"'{constant}' is no {expected}";
}
