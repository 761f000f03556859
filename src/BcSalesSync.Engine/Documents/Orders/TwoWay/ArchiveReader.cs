using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Orders.TwoWay;

/// <summary>Reads the last archived versions of orders (spec/documents.md 2.6).</summary>
internal sealed class ArchiveReader(IEndpoint system)
{
    private const string Headers = "salesHeaderArchives";
    private const string Lines = "salesHeaderArchiveLines";
    private const string Order = "Order";

    private static readonly string[] HeaderColumns =
        ["documentType", "number", "docNoOccurrence", "versionNumber", "invoiced", "shipmentDate"];

    private static readonly string[] LineColumns =
    [
        "documentId", "documentType", "sequence", "lineType", "lineObjectNumber", "description", "unitOfMeasureCode", "quantity", "unitPrice",
        "lineDiscountAmount", "invoiceDiscountAllocation", "amount", "amountIncludingVAT", "quantityShipped",
    ];

    /// <summary>The last version by number and occurrence; orders that were never archived are absent.</summary>
    public async Task<IReadOnlyDictionary<(string Number, int Occurrence), ArchivedOrder>> ReadAsync(
        IReadOnlyCollection<string> numbers, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
            return new Dictionary<(string, int), ArchivedOrder>();
        var versions = await system.ReadByValueAsync(
            Headers, HeaderColumns, "number", [.. numbers.Select(FieldValue.Text)], cancellationToken).ConfigureAwait(false);
        var last = versions.Where(version => version["documentType"].AsText() is Order)
            .GroupBy(KeyOf, version => version).ToDictionary(group => group.Key, group => group.MaxBy(version => version["versionNumber"].AsNumber())!);
        var lines = last.Count == 0 ? [] : await system.ReadByValueAsync(
            Lines, LineColumns, "documentId", [.. last.Values.Select(version => FieldValue.Id(version.Id))], cancellationToken).ConfigureAwait(false);
        var byVersion = lines.ToLookup(line => line["documentId"].AsId());
        return last.ToDictionary(pair => pair.Key, pair => ArchivedOrder.Of(pair.Value, byVersion[pair.Value.Id]));
    }

    private static (string Number, int Occurrence) KeyOf(Record version) =>
        (version["number"].ToString().ToUpperInvariant(), (int)(version["docNoOccurrence"].AsNumber() ?? 1));
}
