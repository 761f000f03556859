using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs;

/// <summary>Checks that an item or resource can stand for written-in products (spec/mappings.md 5.2).</summary>
internal sealed class WriteInProductCheck(EngineParts parts)
{
    private const string SalesTable = "product";

    /// <summary>Checks the write-in product of the switches.</summary>
    /// <exception cref="SyncException">It does not exist, is kept in stock, or is coupled.</exception>
    public async Task RunAsync(BcSyncSetup setup, CancellationToken cancellationToken)
    {
        if (setup.WriteInProductNo is not { } number)
            return;
        var now = parts.Clock.GetUtcNow();
        var table = setup.WriteInProductType is WriteInProductType.Item ? "items" : "resources";
        if (await parts.Endpoints.BusinessCentral.GetSchemaAsync(table, cancellationToken).ConfigureAwait(false) is null)
            throw new SyncException(SetupErrors.WriteInTableMissing(now, setup.WriteInProductType));
        var found = await parts.Endpoints.BusinessCentral
            .ReadByValueAsync(table, ["number", "type"], "number", [FieldValue.Text(number)], cancellationToken).ConfigureAwait(false);
        if (found is not [var product])
            throw new SyncException(SetupErrors.WriteInNotFound(now, setup.WriteInProductType, number));
        if (setup.WriteInProductType is WriteInProductType.Item && product["type"].ToString() is "Inventory" or "")
            throw new SyncException(SetupErrors.WriteInKeptInStock(now, number));
        var coupled = await parts.State.Couplings.FindByBcIdAsync($"{table}|{SalesTable}", [product.Id], cancellationToken)
            .ConfigureAwait(false);
        if (coupled.Count > 0)
            throw new SyncException(SetupErrors.WriteInCoupled(now, coupled[0].Mapping, number));
    }
}
