using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Planning.Values;

/// <summary>
/// Translates values into the form their destination keeps; one that the destination cannot hold is a failure of its record.
/// </summary>
internal sealed class FittedTranslator(ITranslator translator, string mapping) : ITranslator
{
    /// <inheritdoc/>
    public Translation Translate(PassField field, Candidate candidate)
    {
        var translation = translator.Translate(field, candidate);
        if (!translation.Applies || translation.Value.IsEmpty)
            return translation;
        return ValueFitting.Fit(translation.Value, field.Destination) is { } fitted
            ? translation.With(fitted)
            : Translation.Failed(DoesNotFit(field, translation.Value));
    }

    private PlanFailure DoesNotFit(PassField field, FieldValue value)
    {
        var what = field switch
        {
            { Row.Constant: not null } => $"The constant '{value}'",
            { Row.Computed: not null } => $"The computed value '{value}'",
            _ => $"The value '{value}' of {field.Source}",
        };
        var step = $"Get-BcFieldMapping -Mapping {mapping} shows what goes where.";
        return new PlanFailure(
            FailureClass.Data,
            "BcSync.Record.ValueDoesNotFit",
            $"{what} is no {Kind(field.Destination)}, which {field.Destination.Name} takes.",
            field.Source is { } source ? $"Correct {source} on the record; it is then taken up again. {step}" : step);
    }

    private static string Kind(ColumnSchema column) => column.Kind switch
    {
        FieldKind.Number => "number",
        FieldKind.Boolean => "yes or no",
        FieldKind.Date => "date",
        FieldKind.DateTime => "date and time",
        FieldKind.UniqueId => "id",
        _ => column.Choices.Count > 0 ? $"choice of {string.Join(", ", column.Choices.Select(choice => choice.Label))}" : "choice",
    };
}
