using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Journaled;

/// <summary>Reads the documents of Business Central that hold the keys of intents: one request for many.</summary>
internal sealed class KeyedDocuments(EngineParts parts, BcDocumentForm form)
{
    private const string Customer = "customerId";

    /// <summary>The documents, of whatever customer.</summary>
    public async Task<IReadOnlyList<Record>> ReadAsync(IReadOnlyList<CreateIntent> intents, CancellationToken cancellationToken)
    {
        var rows = new List<Record>();
        foreach (var column in intents.GroupBy(intent => intent.KeyColumn))
        {
            FieldValue[] values = [.. column.Select(intent => intent.Sent[column.Key]).Distinct()];
            rows.AddRange(await parts.Endpoints.BusinessCentral.ReadByValueAsync(
                form.Headers.Name, ["number", .. DocumentJournal.Columns], column.Key, values, cancellationToken).ConfigureAwait(false));
        }

        return [.. rows.DistinctBy(row => row.Id)];
    }

    /// <summary>True for a document of the customer and key of an intent.</summary>
    public static bool Holds(Record row, CreateIntent intent) =>
        row[Customer].AsId() == intent.Sent[Customer].AsId()
            && string.Equals(row[intent.KeyColumn].ToString(), intent.KeyValue, StringComparison.OrdinalIgnoreCase);
}
