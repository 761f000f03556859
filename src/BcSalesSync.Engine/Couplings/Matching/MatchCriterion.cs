using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>A pair of fields whose values must be equal for two records to belong together.</summary>
/// <param name="Row">The field mapping.</param>
/// <param name="Bc">The field in Business Central.</param>
/// <param name="Sales">The column in Sales.</param>
/// <param name="CaseSensitive">Whether case counts.</param>
internal sealed record MatchCriterion(FieldMapping Row, ColumnSchema Bc, ColumnSchema Sales, bool CaseSensitive)
{
    /// <summary>
    /// True when a blank value says nothing and the criterion is left out for the record; other kinds compare blanks as they are.
    /// </summary>
    public bool IgnoresBlank => Bc.Kind is not (FieldKind.Number or FieldKind.Boolean or FieldKind.Date or FieldKind.DateTime);

    /// <summary>A value of the Sales column in the form in which both sides are compared.</summary>
    public string Normalized(FieldValue value) => MatchText.Of(value, Sales, CaseSensitive);
}
