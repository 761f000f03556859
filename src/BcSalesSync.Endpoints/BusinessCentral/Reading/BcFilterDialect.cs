using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.BusinessCentral.Reading;

/// <summary>What $filter of Business Central can say about one table (spec/wire-bc.md 3.1).</summary>
internal sealed class BcFilterDialect(BcTable table) : IFilterDialect
{
    /// <inheritdoc/>
    public bool CanJoinByOr(IReadOnlyCollection<string> columns) => columns.Count == 1;

    /// <inheritdoc/>
    public string? Write(Condition condition)
    {
        // The currency code is computed per row: the service answers the local currency where it stores blank, but compares what it stores.
        if (condition.Column == BcTable.CurrencyColumn || table.Borrowed.Any(borrowed => borrowed.Name == condition.Column))
            return null;
        if (table.IsCompanion && PageVariables.Of(table.Schema.Name).Contains(condition.Column))
            return null;
        var kind = table.KindOf(condition.Column);
        if (condition.Operator == FilterOperator.StartsWith)
            return Fits(condition.Column, "startswith", condition.Value.ToString(), kind);
        if (condition.Operator == FilterOperator.Like)
        {
            return PatternFunction.Of(condition.Value.ToString()) is var (function, text)
                ? Fits(condition.Column, function, text, kind)
                : null;
        }

        if (condition.Operator == FilterOperator.NotLike)
            return null;
        var comparison = OperatorName.Of(condition.Operator);
        if (IgnoresCase(condition, kind))
            return $"tolower({condition.Column}) {comparison} {ODataLiteral.Text(condition.Value.AsText()!.ToLowerInvariant())}";
        return Literal(condition.Value, kind) is { } literal ? $"{condition.Column} {comparison} {literal}" : null;
    }

    // Texts would have to be folded first, and a function inside a function is refused.
    private static string? Fits(string column, string function, string text, FieldKind kind) =>
        kind == FieldKind.Code && text.Length > 0 ? $"{function}({column},{ODataLiteral.Text(text.ToUpperInvariant())})" : null;

    /// <summary>The literal of a value in a column of this kind; null when the column cannot be compared with it.</summary>
    private static string? Literal(FieldValue value, FieldKind kind) => kind switch
    {
        FieldKind.Option => value.IsEmpty || value.AsText() is not null ? ODataLiteral.Text(EnumName.Encode(value.ToString())) : null,
        FieldKind.Code => ODataLiteral.Text(value.ToString().Trim().ToUpperInvariant()),
        FieldKind.Text => ODataLiteral.Text(value.ToString()),
        FieldKind.Date when value.IsEmpty => BlankLiteral.Date,
        FieldKind.DateTime when value.IsEmpty => BlankLiteral.Time,
        FieldKind.UniqueId or FieldKind.Lookup when value.IsEmpty => Guid.Empty.ToString(),
        _ => value.IsEmpty ? null : ODataLiteral.Of(value),
    };

    private static bool IgnoresCase(Condition condition, FieldKind kind) =>
        kind == FieldKind.Text && condition.Operator is FilterOperator.Equal or FilterOperator.NotEqual
        && condition.Value.AsText() is { } text && text.Any(char.IsLetter);
}
