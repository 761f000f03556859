using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Timeline;

/// <summary>Finds out which coupled orders records are about; what happened to others, or to orders deleted in Sales, concerns nobody.</summary>
internal sealed class TimelineEvents(EngineParts parts)
{
    private const string Orders = "salesorder";

    /// <summary>The events that records tell.</summary>
    public async Task<IReadOnlyList<TimelineEvent>> FindAsync(
        TimelineSource source, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var orders = await OrdersAsync(source, records, cancellationToken).ConfigureAwait(false);
        var events = records.Select(record => (Record: record, Order: orders.GetValueOrDefault(Key(source, record).ToString())))
            .Where(pair => pair.Order is not null).Select(pair => new TimelineEvent(source, pair.Record, pair.Order!)).ToArray();
        if (events.Length == 0)
            return [];
        Guid[] ids = [.. events.Select(happened => happened.Order.SalesId).Distinct()];
        var rows = await parts.Endpoints.Sales.ReadByIdAsync(Orders, ["statecode"], ids, cancellationToken).ConfigureAwait(false);
        var there = rows.Select(row => row.Id).ToHashSet();
        var accounts = await AccountsAsync(records, cancellationToken).ConfigureAwait(false);
        return
        [
            .. events.Where(happened => there.Contains(happened.Order.SalesId)).Select(happened =>
                accounts.TryGetValue(happened.Record[TimelineSource.Customer].ToString(), out var account)
                    ? happened with { Account = account } : happened),
        ];
    }

    // Of customers that are coupled, by number.
    private async Task<IReadOnlyDictionary<string, Guid>> AccountsAsync(IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        string[] numbers = [.. records.Select(record => record[TimelineSource.Customer].AsText()).OfType<string>().Distinct()];
        var couplings = numbers.Length == 0 ? []
            : await parts.State.Couplings.FindByBcNoAsync(MasterFamily.Customers, numbers, cancellationToken).ConfigureAwait(false);
        return couplings.GroupBy(coupling => coupling.BcNo!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().SalesId, StringComparer.OrdinalIgnoreCase);
    }

    private static FieldValue Key(TimelineSource source, Record record) =>
        source.OrderColumn is { } column ? record[column] : FieldValue.Id(record.Id);

    private async Task<IReadOnlyDictionary<string, CouplingState>> OrdersAsync(
        TimelineSource source, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var keys = records.Select(record => Key(source, record)).Where(key => !key.IsEmpty).Distinct().ToArray();
        Guid[] ids = [.. keys.Select(key => key.AsId()).OfType<Guid>()];
        string[] numbers = [.. keys.Select(key => key.AsText()).OfType<string>()];
        var byId = ids.Length == 0 ? []
            : await parts.State.Couplings.FindByBcIdAsync(DocumentFamily.Orders, ids, cancellationToken).ConfigureAwait(false);
        var byNumber = numbers.Length == 0 ? []
            : await parts.State.Couplings.FindByBcNoAsync(DocumentFamily.Orders, numbers, cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<string, CouplingState>(StringComparer.OrdinalIgnoreCase);
        foreach (var coupling in byId)
            found[coupling.BcId.ToString()] = coupling;
        foreach (var coupling in byNumber)
            found[coupling.BcNo!] = coupling;
        return found;
    }
}
