using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>A pair of fields whose values must be equal for two records to belong together.</summary>
/// <param name="Rows">The field mappings of the column; whichever applies to a record gives its value.</param>
/// <param name="Bc">The field in Business Central; null for a value that needs none.</param>
/// <param name="Sales">The column in Sales.</param>
/// <param name="CaseSensitive">Whether case counts.</param>
internal sealed record MatchCriterion(IReadOnlyList<FieldMapping> Rows, ColumnSchema? Bc, ColumnSchema Sales, bool CaseSensitive)
{
    /// <summary>What people call it.</summary>
    public string Name => Bc?.Name ?? Sales.Name;

    /// <summary>
    /// True when a blank value says nothing and the criterion is left out for the record; other kinds compare blanks as they are.
    /// </summary>
    public bool IgnoresBlank => Bc?.Kind is not (null or FieldKind.Number or FieldKind.Boolean or FieldKind.Date or FieldKind.DateTime);

    /// <summary>A value of the Sales column in the form in which both sides are compared.</summary>
    public string Normalized(FieldValue value) => MatchText.Of(value, Sales, CaseSensitive);
}
