using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating.Orders;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Lookups;

/// <summary>The set-up that documents need, checked. Read once.</summary>
internal sealed class DocumentSetup(EngineParts parts, MappingSet mappings)
{
    private readonly OrderSetup setup = new(parts.Endpoints, mappings.Setup);
    private WriteInProduct? writeIn;

    /// <summary>What stands for written-in products, checked (spec/documents.md 1.7).</summary>
    public async Task<WriteInProduct> WriteInAsync(CancellationToken cancellationToken) =>
        writeIn ??= await CheckAsync(await setup.WriteInAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>The account for freight; null when none is set up.</summary>
    public Task<string?> FreightAccountAsync(CancellationToken cancellationToken) => setup.FreightAccountAsync(cancellationToken);

    private async Task<WriteInProduct> CheckAsync(BcSyncSetup chosen, CancellationToken cancellationToken)
    {
        try
        {
            await new WriteInProductCheck(parts).RunAsync(chosen, cancellationToken).ConfigureAwait(false);
            return new WriteInProduct(chosen.WriteInProductType, chosen.WriteInProductNo, null);
        }
        catch (SyncException refused)
        {
            return new WriteInProduct(chosen.WriteInProductType, chosen.WriteInProductNo, refused.Error);
        }
    }
}
