using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Now;

namespace BcSalesSync.Engine.Documents.Invoices.Lookups;

/// <summary>
/// Sends customers, items and resources to Sales that an invoice needs and that are not there yet, where their mapping gives new records a
/// counterpart (spec/mappings.md 1.5).
/// </summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="mappings">The mappings.</param>
/// <param name="observer">Hears what is to be said.</param>
/// <param name="isPreview">True to send nothing.</param>
internal sealed class PartnerSending(EngineParts parts, MappingSet mappings, ISyncObserver observer, bool isPreview)
{
    /// <summary>The mapping that sends records; null when it does not send new ones.</summary>
    public TableMapping? Find(string name) => mappings.Find(name) is { Enabled: true, SyncOnlyCoupled: false } mapping
        && mapping.Direction.Includes(SyncDirection.ToSales) ? mapping : null;

    /// <summary>Sends records; returns why some of them failed, by SystemId.</summary>
    public async Task<IReadOnlyDictionary<Guid, BcSyncError>> SendAsync(
        TableMapping mapping, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<Guid, BcSyncError>();
        if (isPreview || ids.Count == 0)
            return errors;
        try
        {
            var results = new NowRunner(parts, mappings, observer)
                .RunIdsAsync(mapping, SyncDirection.ToSales, ids, new PlanPolicy(MayCreate: true), cancellationToken);
            await foreach (var result in results.ConfigureAwait(false))
            {
                if (result.Error is { } error && result.Mapping == mapping.Name && result.BcId is { } id)
                    errors[id] = error;
            }
        }
        catch (SyncException refused)
        {
            foreach (var id in ids)
                errors.TryAdd(id, refused.Error);
        }

        return errors;
    }
}
