using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings.Transformations;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

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
        if (row.OnceFilled && IsNothing(value) && IsNothing(LastAgreed(field, candidate)))
            return Translation.LeaveAlone;
        if (row.LookupMapping is not null)
            return references.Translate(field, candidate.Source[field.ReferredBy!], candidate);
        if (row.OptionTable is not null)
            return options.Translate(pass, field, value);
        return row.Minimum > value.AsNumber() ? Translation.To(FieldValue.Number(row.Minimum)) : Transform(field, value);
    }

    private static bool IsNothing(FieldValue value) => value.IsEmpty || value.AsNumber() is 0;

    private FieldValue LastAgreed(PassField field, Candidate candidate) =>
        candidate.Coupling?.On(pass.Source)?.Values.GetValueOrDefault(field.Source!) ?? FieldValue.Empty;

    private Translation Transform(PassField field, FieldValue value)
    {
        try
        {
            return Translation.To(field.Transformed(value));
        }
        catch (TransformationException problem)
        {
            return Translation.Failed(new PlanFailure(
                FailureClass.Data,
                "BcSync.Record.TransformationFailed",
                $"{field.Source} cannot become {field.Destination.Name}. {problem.Message}",
                $"Correct the value of {field.Source} on the record, or the transformation: "
                    + $"Set-BcFieldMapping -Mapping '{pass.Mapping.Name}' -BcField {field.Row.BcField} -Transformation."));
        }
    }
}
