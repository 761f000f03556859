using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>Translates the values of one page; everything it needs is in memory.</summary>
internal sealed class PageTranslator(
    PassDefinition pass, References references, OptionTables options, IReadOnlyDictionary<string, IComputation> computations) : ITranslator
{
    /// <inheritdoc/>
    public Translation Translate(PassField field, Candidate candidate)
    {
        var row = field.Row;
        if (row.Computed is { } computed)
            return computations.TryGetValue(computed, out var computation) ? computation.Compute(candidate) : Translation.LeaveAlone;
        if (row.Constant is { } constant)
            return Translation.To(FieldValue.Text(constant));
        var value = candidate.Source[field.Source!];
        if (value.IsEmpty && pass.Source is SystemSide.BusinessCentral && row.WhenBlank is { } standIn)
            value = candidate.Source[standIn];
        if (row.LookupMapping is not null)
            return references.Translate(field, value, candidate);
        return row.OptionTable is not null ? options.Translate(pass, field, value) : Translation.To(value);
    }
}
