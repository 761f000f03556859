using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Lookups;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Invoices.Building;

/// <summary>The product that a line sells in Sales; a write-in when there is none (spec/documents.md 5.3). Pure.</summary>
/// <param name="Id">The product; null for a write-in.</param>
/// <param name="Unit">Its unit; null for a write-in.</param>
internal sealed record LineProduct(Guid? Id, Guid? Unit)
{
    private static readonly LineProduct WriteIn = new(null, null);

    /// <summary>The product of a line, or why there is none.</summary>
    public static (LineProduct? Product, PlanFailure? Failure) Resolve(Record line, InvoiceLookups lookups, InvoiceFailures failures)
    {
        var number = line["lineObjectNumber"].ToString();
        if (number.Length == 0 || IsWriteIn(line, number, lookups))
            return (WriteIn, null);
        if (ProductKind.Item.IsOn(line))
            return OfItem(line, number, lookups, failures);
        return ProductKind.Resource.IsOn(line) && lookups.Resources is { } resources
            ? OfResource(line, number, resources, lookups, failures) : (WriteIn, null);
    }

    private static bool IsWriteIn(Record line, string number, InvoiceLookups lookups) =>
        (lookups.WriteIn.Type is WriteInProductType.Item ? ProductKind.Item : ProductKind.Resource).IsOn(line)
        && string.Equals(number, lookups.WriteIn.Number, StringComparison.OrdinalIgnoreCase);

    private static (LineProduct? Product, PlanFailure? Failure) OfItem(
        Record line, string number, InvoiceLookups lookups, InvoiceFailures failures)
    {
        if (!lookups.Items.TryGetValue(number, out var item))
            return (WriteIn, null);
        if (item.IsBlocked)
            return (null, failures.Blocked("Item", number));
        if (item.Coupling is null && !item.IsInFilter)
            return (WriteIn, null);
        return Of(ProductKind.Item, line, number, item, lookups, failures) ?? (null, failures.ItemNotCoupled(number, item.Id));
    }

    private static (LineProduct? Product, PlanFailure? Failure) OfResource(
        Record line, string number, IReadOnlyDictionary<string, InvoiceProduct> resources, InvoiceLookups lookups, InvoiceFailures failures)
    {
        var resource = resources.GetValueOrDefault(number);
        if (resource is { IsBlocked: true })
            return (null, failures.Blocked("Resource", number));
        return (resource is null ? null : Of(ProductKind.Resource, line, number, resource, lookups, failures))
            ?? (null, failures.ResourceNotCoupled(number, resource?.Id));
    }

    private static (LineProduct? Product, PlanFailure? Failure)? Of(
        ProductKind kind, Record line, string number, InvoiceProduct product, InvoiceLookups lookups, InvoiceFailures failures)
    {
        if (product.Coupling is not { } coupling)
        {
            if (product.Error is { } error)
                return (null, failures.ProductNotSent(kind.Name, number, error));
            return product.IsSentFirst && lookups.IsPreview ? (WriteIn, null) : null;
        }

        if (product.DefaultUnit is null)
            return (null, failures.ProductGone(kind.Name, number));
        if (!lookups.Setup.UnitGroupMapping)
            return (new LineProduct(coupling.SalesId, product.DefaultUnit), null);
        var code = line["unitOfMeasureCode"].ToString();
        if (!product.Units.TryGetValue(code, out var unit))
            return (null, failures.UnitMissing(kind.Name, number, code));
        return unit.SalesId is { } row ? (new LineProduct(coupling.SalesId, row), null)
            : (null, failures.UnitNotCoupled(kind, number, code, unit.Id));
    }
}
