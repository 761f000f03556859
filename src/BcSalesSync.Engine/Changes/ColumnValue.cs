using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes;

/// <summary>Tells what a candidate would put into a column of the destination.</summary>
internal static class ColumnValue
{
    /// <summary>The value; empty when it has none or it is not known.</summary>
    /// <param name="rows">Rows of the column. They are alternatives: whichever applies gives the value.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="translator">Translates values.</param>
    public static FieldValue Of(IEnumerable<PassField> rows, Candidate candidate, ITranslator translator) => rows
        .Select(row => (row.Destination, Translation: translator.Translate(row, candidate)))
        .Where(row => row.Translation is { Applies: true, Failure: null, Missing: null })
        .Select(row => ValueFitting.Fit(row.Translation.Value, row.Destination) ?? FieldValue.Empty)
        .FirstOrDefault(value => !value.IsEmpty);
}
