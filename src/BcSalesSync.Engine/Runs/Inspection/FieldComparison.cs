using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>Finds the fields of a pair whose values do not agree, in the terms of the destination.</summary>
internal static class FieldComparison
{
    /// <summary>The differences of a pair whose two records were read.</summary>
    public static IEnumerable<BcDifference> Of(
        PassDefinition pass, IReadOnlyList<PassField> fields, Candidate candidate, ITranslator translator)
    {
        foreach (var field in fields)
        {
            var translation = translator.Translate(field, candidate);
            if (!translation.Applies)
                continue;
            var source = field.Source is { } column ? candidate.Source[column] : translation.Value;
            var held = candidate.Counterpart![field.Destination.Name];
            if (translation.Failure is { } failure)
            {
                if (!(translation.Missing is not null && field.Row.ClearOnFailedSync))
                    yield return Difference(pass, field, source, held) with { Message = failure.Message };
                continue;
            }

            if (ValueFitting.Fit(translation.Value, field.Destination) is not { } value)
            {
                yield return Difference(pass, field, source, held) with { Message = $"{field.Destination.Name} cannot hold '{translation.Value}'." };
                continue;
            }

            if ((value.IsEmpty && (field.Row.NotNull || translation.KeepsExisting)) || FieldEquality.Same(value, held))
                continue;
            yield return Difference(pass, field, source, held);
        }
    }

    private static BcDifference Difference(PassDefinition pass, PassField field, FieldValue source, FieldValue held)
    {
        var toSales = pass.Direction is SyncDirection.ToSales;
        return new BcDifference
        {
            BcField = field.Row.BcField,
            SalesField = field.Row.SalesField,
            BcValue = (toSales ? source : held).ToString(),
            SalesValue = (toSales ? held : source).ToString(),
        };
    }
}
