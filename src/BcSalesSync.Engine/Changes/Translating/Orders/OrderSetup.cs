using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Changes.Translating.Orders;

/// <summary>
/// The set-up that orders need: the switches of the connection go first, then what Business Central itself is set up with, where it tells.
/// Read once, whoever asks at the same time.
/// </summary>
internal sealed class OrderSetup(EndpointPair endpoints, BcSyncSetup switches)
{
    private const string Table = "salesSetup";
    private const string Type = "writeInProductType";
    private const string Number = "writeInProductNumber";
    private const string Freight = "freightAccountNumber";
    private readonly object reading = new();
    private Task<Record>? own;

    /// <summary>The switches with what stands for written-in products.</summary>
    public async Task<BcSyncSetup> WriteInAsync(CancellationToken cancellationToken)
    {
        if (switches.WriteInProductNo is not null)
            return switches;
        var row = await OwnAsync(cancellationToken).ConfigureAwait(false);
        return switches with
        {
            WriteInProductNo = row[Number].AsText(),
            WriteInProductType = row[Type].AsText() is nameof(WriteInProductType.Resource) ? WriteInProductType.Resource : WriteInProductType.Item,
        };
    }

    /// <summary>The same for a mapping that must leave out what stands for written-in products; the switches as they are for any other.</summary>
    public async Task<BcSyncSetup> WriteInOfAsync(TableMapping mapping, CancellationToken cancellationToken) =>
        mapping.WriteInProduct is null ? switches : await WriteInAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>The account for freight; null when none is set up.</summary>
    public async Task<string?> FreightAccountAsync(CancellationToken cancellationToken) =>
        switches.FreightAccountNo ?? (await OwnAsync(cancellationToken).ConfigureAwait(false))[Freight].AsText();

    private Task<Record> OwnAsync(CancellationToken cancellationToken)
    {
        lock (reading)
        {
            // What failed is read anew by the next to ask.
            if (own is null or { IsFaulted: true } or { IsCanceled: true })
                own = ReadAsync(cancellationToken);
            return own;
        }
    }

    private async Task<Record> ReadAsync(CancellationToken cancellationToken)
    {
        var nothing = new Record { Id = Guid.Empty, Values = new Dictionary<string, FieldValue>() };
        if (await endpoints.BusinessCentral.GetSchemaAsync(Table, cancellationToken).ConfigureAwait(false) is not { } schema)
            return nothing;
        string[] columns = [.. new[] { Type, Number, Freight }.Where(schema.Columns.ContainsKey)];
        await foreach (var page in endpoints.BusinessCentral.ReadAsync(Table, columns, Filter.All, cancellationToken).ConfigureAwait(false))
        {
            if (page.Count > 0)
                return page[0];
        }

        return nothing;
    }
}
