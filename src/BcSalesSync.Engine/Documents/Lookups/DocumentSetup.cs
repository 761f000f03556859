using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Lookups;

/// <summary>
/// The set-up that documents need: the switches of the connection go first, then what Business Central itself is set up with, where it tells.
/// Read once.
/// </summary>
internal sealed class DocumentSetup(EngineParts parts, MappingSet mappings)
{
    private const string Table = "salesSetup";
    private const string Type = "writeInProductType";
    private const string Number = "writeInProductNumber";
    private const string Freight = "freightAccountNumber";
    private Record? own;
    private WriteInProduct? writeIn;

    /// <summary>What stands for written-in products, checked (spec/documents.md 1.7).</summary>
    public async Task<WriteInProduct> WriteInAsync(CancellationToken cancellationToken) =>
        writeIn ??= await CheckAsync(await ChooseAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>The account for freight; null when none is set up.</summary>
    public async Task<string?> FreightAccountAsync(CancellationToken cancellationToken) =>
        mappings.Setup.FreightAccountNo ?? (await OwnAsync(cancellationToken).ConfigureAwait(false))[Freight].AsText();

    private async Task<BcSyncSetup> ChooseAsync(CancellationToken cancellationToken)
    {
        if (mappings.Setup.WriteInProductNo is not null)
            return mappings.Setup;
        var row = await OwnAsync(cancellationToken).ConfigureAwait(false);
        return mappings.Setup with
        {
            WriteInProductNo = row[Number].AsText(),
            WriteInProductType = row[Type].AsText() is nameof(WriteInProductType.Resource) ? WriteInProductType.Resource : WriteInProductType.Item,
        };
    }

    private async Task<WriteInProduct> CheckAsync(BcSyncSetup setup, CancellationToken cancellationToken)
    {
        try
        {
            await new WriteInProductCheck(parts).RunAsync(setup, cancellationToken).ConfigureAwait(false);
            return new WriteInProduct(setup.WriteInProductType, setup.WriteInProductNo, null);
        }
        catch (SyncException refused)
        {
            return new WriteInProduct(setup.WriteInProductType, setup.WriteInProductNo, refused.Error);
        }
    }

    private async Task<Record> OwnAsync(CancellationToken cancellationToken) => own ??= await ReadAsync(cancellationToken).ConfigureAwait(false);

    private async Task<Record> ReadAsync(CancellationToken cancellationToken)
    {
        var system = parts.Endpoints.BusinessCentral;
        var nothing = new Record { Id = Guid.Empty, Values = new Dictionary<string, FieldValue>() };
        if (await system.GetSchemaAsync(Table, cancellationToken).ConfigureAwait(false) is not { } schema)
            return nothing;
        string[] columns = [.. new[] { Type, Number, Freight }.Where(schema.Columns.ContainsKey)];
        await foreach (var page in system.ReadAsync(Table, columns, Filter.All, cancellationToken).ConfigureAwait(false))
        {
            if (page.Count > 0)
                return page[0];
        }

        return nothing;
    }
}
