using System.IO.Enumeration;

namespace BcSalesSync.Engine.Records.Filters;

/// <summary>
/// Compares one column with a value. Comparing with an empty value asks whether the column is empty. A column that names the table of a
/// reference (<see cref="ReferenceType"/>) compares the logical name of the table the reference points to.
/// </summary>
/// <param name="Column">Name of the column, as mappings call it.</param>
/// <param name="Operator">How to compare.</param>
/// <param name="Value">The value; empty asks for blank.</param>
public sealed record Condition(string Column, FilterOperator Operator, FieldValue Value) : Filter
{
    /// <inheritdoc/>
    public override IEnumerable<string> Columns => [ReferenceType.ReferenceOf(Column) ?? Column];

    /// <inheritdoc/>
    public override bool Matches(Record record)
    {
        var actual = ActualOf(record);
        if (Operator is FilterOperator.Equal or FilterOperator.NotEqual)
            return Same(actual, Value) == (Operator is FilterOperator.Equal);
        if (Operator is FilterOperator.Like or FilterOperator.NotLike)
            return Fits(actual) == (Operator is FilterOperator.Like);
        if (actual.IsEmpty || Value.IsEmpty)
            return false;
        if (Operator is FilterOperator.StartsWith)
            return actual.ToString().StartsWith(Value.ToString(), StringComparison.OrdinalIgnoreCase);
        var order = Compare(actual, Value);
        return Operator switch
        {
            FilterOperator.GreaterThan => order > 0,
            FilterOperator.GreaterOrEqual => order >= 0,
            FilterOperator.LessThan => order < 0,
            _ => order <= 0,
        };
    }

    // The matcher takes a backslash as an escape, which patterns do not have, and lets nothing fit blank.
    private bool Fits(FieldValue actual) => actual.IsEmpty
        ? Value.ToString().AsSpan().Trim('*').IsEmpty
        : FileSystemName.MatchesSimpleExpression(Value.ToString().Replace(@"\", @"\\", StringComparison.Ordinal), actual.ToString());

    private FieldValue ActualOf(Record record) => ReferenceType.ReferenceOf(Column) is { } reference
        ? FieldValue.Text((record[reference].Raw as Lookup?)?.Table)
        : record[Column];

    private static bool Same(FieldValue left, FieldValue right) => (left.Raw, right.Raw) switch
    {
        (string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase),
        (Lookup a, Guid b) => a.Id == b,
        (Guid a, Lookup b) => a == b.Id,
        _ => left == right,
    };

    private static int Compare(FieldValue left, FieldValue right) => (left.Raw, right.Raw) switch
    {
        (string a, string b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase),
        (IComparable a, { } b) when a.GetType() == b.GetType() => a.CompareTo(b),
        _ => string.CompareOrdinal(left.ToString(), right.ToString()),
    };
}
