using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>
/// Pairs codes of Business Central with choices of Sales whose label is the code or its name, without regard to case and punctuation.
/// Tables are read once, and only when a record needs them.
/// </summary>
internal sealed class OptionTables(EndpointPair endpoints)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>?> labels = [];

    /// <summary>Reads the tables that the given candidates need.</summary>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        foreach (var field in pass.Fields.Where(field => field.Row.OptionTable is not null && !labels.ContainsKey(field.Row.OptionTable)))
        {
            if (candidates.Any(candidate => !candidate.IsEcho && !candidate.Source[field.Source!].IsEmpty))
                labels[field.Row.OptionTable!] = await ReadAsync(field.Row.OptionTable!, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What a code or choice becomes on the other side.</summary>
    public Translation Translate(PassDefinition pass, PassField field, FieldValue value)
    {
        if (value.IsEmpty)
            return Translation.To(FieldValue.Empty);
        if (labels.GetValueOrDefault(field.Row.OptionTable!) is not { } codes)
            return Translation.LeaveAlone;
        return pass.Source is SystemSide.BusinessCentral
            ? ToSales(field, value, codes)
            : ToBusinessCentral(pass.SourceTable.Columns[field.Source!], field, value, codes);
    }

    private static Translation ToSales(PassField field, FieldValue value, IReadOnlyDictionary<string, string> codes)
    {
        var code = value.ToString();
        var choice = field.Destination.Choices.FirstOrDefault(choice => Matches(choice, code, codes.GetValueOrDefault(code)));
        return choice is not null
            ? Translation.To(FieldValue.Number(choice.Value))
            : Translation.Failed(NoPartner(
                field, $"Code '{code}' of {field.Row.OptionTable}", $"a choice labelled '{code}' to {field.Destination.Name} in Sales"));
    }

    private static Translation ToBusinessCentral(
        ColumnSchema column, PassField field, FieldValue value, IReadOnlyDictionary<string, string> codes)
    {
        var choice = column.Choices.FirstOrDefault(choice => choice.Value == value.AsNumber());
        foreach (var (code, name) in codes)
        {
            if (choice is not null && Matches(choice, code, name))
                return Translation.To(FieldValue.Text(code));
        }

        return Translation.Failed(NoPartner(
            field, $"Choice '{choice?.Label ?? value.ToString()}' of {column.Name}",
                $"a code or name '{choice?.Label}' to {field.Row.OptionTable} in Business Central"));
    }

    private static bool Matches(OptionChoice choice, string code, string? name)
    {
        var label = Letters(choice.Label);
        return label.Length > 0 && (label == Letters(code) || (name is not null && label == Letters(name)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static PlanFailure NoPartner(PassField field, string what, string mend) => new(
        FailureClass.DependencyMissing,
        "BcSync.Record.OptionNotMapped",
        $"{what} has no partner on the other side.",
        $"Add {mend}, or change the value of {field.Source} on the record.");

    private async Task<IReadOnlyDictionary<string, string>?> ReadAsync(string table, CancellationToken cancellationToken)
    {
        if (await endpoints.BusinessCentral.GetSchemaAsync(table, cancellationToken).ConfigureAwait(false) is not { } schema)
            return null;
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var name = schema.Columns.ContainsKey("displayName") ? "displayName" : "name";
        await foreach (var page in endpoints.BusinessCentral.ReadAsync(table, ["code", name], Filter.All, cancellationToken)
            .ConfigureAwait(false))
        {
            foreach (var row in page)
                codes[row["code"].ToString()] = row[name].ToString();
        }

        return codes;
    }
}
