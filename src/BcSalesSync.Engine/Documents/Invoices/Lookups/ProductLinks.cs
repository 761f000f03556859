using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Invoices.Lookups;

/// <summary>Finds the products of the items and resources that lines bill (spec/documents.md 5.3).</summary>
internal sealed class ProductLinks(EngineParts parts, MappingSet mappings, PartnerSending? sending)
{
    private const string Number = "number";

    /// <summary>Items or resources by number; null when this connection does not show them.</summary>
    public async Task<IReadOnlyDictionary<string, InvoiceProduct>?> FindAsync(
        ProductKind kind, IReadOnlyList<BcInvoice> invoices, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, InvoiceProduct>(StringComparer.OrdinalIgnoreCase);
        if (await parts.Endpoints.BusinessCentral.GetSchemaAsync(kind.Table, cancellationToken).ConfigureAwait(false) is not { } schema)
            return null;
        var lines = invoices.SelectMany(invoice => invoice.Lines).Where(kind.IsOn).ToArray();
        FieldValue[] numbers = [.. lines.Select(line => line["lineObjectNumber"]).Where(number => !number.IsEmpty).Distinct()];
        if (numbers.Length == 0)
            return found;
        var filter = mappings.Find(kind.Mapping)?.FilterOn(SystemSide.BusinessCentral, null) ?? Filter.All;
        string[] columns = [.. new[] { Number, "blocked" }.Union(filter.Columns).Where(schema.Columns.ContainsKey)];
        var rows = await parts.Endpoints.BusinessCentral.ReadByValueAsync(kind.Table, columns, Number, numbers, cancellationToken)
            .ConfigureAwait(false);
        foreach (var row in rows)
            found[row[Number].ToString()] = new InvoiceProduct(row.Id, row["blocked"].Raw is true, filter.Matches(row));
        await CoupleAsync(kind, found, cancellationToken).ConfigureAwait(false);
        await SendAsync(kind, found, cancellationToken).ConfigureAwait(false);
        await AddUnitsAsync(kind, found, cancellationToken).ConfigureAwait(false);
        return found;
    }

    private async Task CoupleAsync(ProductKind kind, Dictionary<string, InvoiceProduct> found, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. found.Values.Where(product => product.Coupling is null).Select(product => product.Id)];
        if (ids.Length == 0)
            return;
        var couplings = (await parts.State.Couplings.FindByBcIdAsync(kind.Family, ids, cancellationToken).ConfigureAwait(false))
            .ToDictionary(coupling => coupling.BcId);
        foreach (var (number, product) in found.ToArray())
            found[number] = product with { Coupling = product.Coupling ?? couplings.GetValueOrDefault(product.Id) };
    }

    private async Task SendAsync(ProductKind kind, Dictionary<string, InvoiceProduct> found, CancellationToken cancellationToken)
    {
        var fresh = found.Where(pair => pair.Value is { Coupling: null, IsBlocked: false, IsInFilter: true }).ToArray();
        if (sending?.Find(kind.Mapping) is not { } mapping || fresh.Length == 0)
            return;
        var errors = await sending!.SendAsync(mapping, [.. fresh.Select(pair => pair.Value.Id)], cancellationToken).ConfigureAwait(false);
        foreach (var (number, product) in fresh)
            found[number] = product with { IsSentFirst = true, Error = errors.GetValueOrDefault(product.Id) };
        await CoupleAsync(kind, found, cancellationToken).ConfigureAwait(false);
    }

    private async Task AddUnitsAsync(ProductKind kind, Dictionary<string, InvoiceProduct> found, CancellationToken cancellationToken)
    {
        var coupled = found.Where(pair => pair.Value.Coupling is not null).ToArray();
        if (coupled.Length == 0)
            return;
        var products = (await parts.Endpoints.Sales.ReadByIdAsync(
            "product", ["defaultuomid"], [.. coupled.Select(pair => pair.Value.Coupling!.SalesId)], cancellationToken).ConfigureAwait(false))
                .ToDictionary(row => row.Id, row => row["defaultuomid"].AsId());
        var units = mappings.Setup.UnitGroupMapping
            ? await UnitsAsync(kind, [.. coupled.Select(pair => FieldValue.Text(pair.Key))], cancellationToken).ConfigureAwait(false)
            : new Dictionary<string, IReadOnlyDictionary<string, InvoiceUnit>>();
        foreach (var (number, product) in coupled)
        {
            found[number] = product with
            {
                DefaultUnit = products.GetValueOrDefault(product.Coupling!.SalesId),
                Units = units.GetValueOrDefault(number, product.Units),
            };
        }
    }

    private async Task<Dictionary<string, IReadOnlyDictionary<string, InvoiceUnit>>> UnitsAsync(
        ProductKind kind, FieldValue[] numbers, CancellationToken cancellationToken)
    {
        var rows = await parts.Endpoints.BusinessCentral
            .ReadByValueAsync(kind.UnitTable, [kind.UnitOwner, "code"], kind.UnitOwner, numbers, cancellationToken).ConfigureAwait(false);
        var couplings = (await parts.State.Couplings
            .FindByBcIdAsync(kind.UnitFamily, [.. rows.Select(row => row.Id)], cancellationToken).ConfigureAwait(false))
                .ToDictionary(coupling => coupling.BcId, coupling => (Guid?)coupling.SalesId);
        return rows.GroupBy(row => row[kind.UnitOwner].ToString(), StringComparer.OrdinalIgnoreCase).ToDictionary(
            group => group.Key,
            group => (IReadOnlyDictionary<string, InvoiceUnit>)group.ToDictionary(
                row => row["code"].ToString(), row => new InvoiceUnit(row.Id, couplings.GetValueOrDefault(row.Id)),
                StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);
    }
}
