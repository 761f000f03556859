using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Lookups;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>Finds what a line sells: the coupled item or resource, or what stands for written-in products (spec/documents.md 1.6, 1.7). Pure.</summary>
/// <param name="lookups">What documents refer to.</param>
/// <param name="failures">What keeps the document from being taken over.</param>
/// <param name="customer">SystemId of its customer.</param>
internal sealed class ProductResolution(DocumentLookups lookups, DocumentFailures failures, Guid customer)
{
    private const int Active = 0;
    private const int SalesInventory = 1;
    private const int Services = 3;
    private static readonly FieldValue Item = FieldValue.Text("Item");
    private static readonly FieldValue Resource = FieldValue.Text("Resource");

    /// <summary>What the line sells, or why that cannot be told.</summary>
    public (LineProduct? Product, PlanFailure? Failure) Resolve(Record line)
    {
        if (line["productid"].AsId() is not { } id)
            return WriteIn();
        if (!lookups.Products.TryGetValue(id, out var product))
            return (null, failures.ProductGone(id));
        if (product["statecode"].AsNumber() is not Active)
            return (null, failures.ProductNotActive(Name(product)));
        return product["producttypecode"].AsNumber() switch
        {
            SalesInventory => OfItem(line, product),
            Services => OfResource(line, product),
            _ => (null, failures.ProductTypeNotSold(Name(product))),
        };
    }

    private (LineProduct? Product, PlanFailure? Failure) WriteIn()
    {
        if (lookups.WriteIn.Problem is { } problem)
            return (null, failures.WriteInProductRefused(problem));
        return lookups.WriteIn.Number is { } number
            ? (new LineProduct(lookups.WriteIn.Type is WriteInProductType.Item ? Item : Resource, number, null), null)
            : (null, failures.NoWriteInProduct());
    }

    private (LineProduct? Product, PlanFailure? Failure) OfItem(Record line, Record product)
    {
        if (!lookups.Items.TryGetValue(product.Id, out var partner))
            return (null, failures.ItemNotCoupled(Name(product), product.Id));
        return partner.Record is null
            ? (null, failures.PartnerGone("item", Name(product), MasterFamily.ItemMapping))
            : WithUnit(line, Item, partner, lookups.ItemUnits, MasterFamily.ItemUnitMapping);
    }

    private (LineProduct? Product, PlanFailure? Failure) OfResource(Record line, Record product)
    {
        if (!lookups.Resources.TryGetValue(product.Id, out var partner))
            return (null, failures.ResourceNotCoupled(Name(product), product.Id));
        return partner.Record is null
            ? (null, failures.PartnerGone("resource", Name(product), MasterFamily.ResourceMapping))
            : WithUnit(line, Resource, partner, lookups.ResourceUnits, MasterFamily.ResourceUnitMapping);
    }

    private (LineProduct? Product, PlanFailure? Failure) WithUnit(
        Record line, FieldValue type, ProductPartner partner, IReadOnlyDictionary<Guid, UnitPartner> units, string mapping)
    {
        var product = new LineProduct(type, partner.Record!["number"].ToString(), partner.Record[partner.NameColumn].ToString())
        {
            PriceTaxPercent = TaxInPrice(partner.Record),
            IsTaxUntold = partner.Record["priceIncludesTax"].Raw is true && !partner.Record.Values.ContainsKey("priceTaxPercent"),
        };
        if (!lookups.HasUnits || line["uomid"].AsId() is not { } unit)
            return (product, null);
        var name = lookups.UnitNames.GetValueOrDefault(unit) ?? unit.ToString();
        if (!units.TryGetValue(unit, out var coupled))
            return (null, failures.UnitNotCoupled(name, mapping, unit));
        return coupled.Record is { } found
            ? (product with { Unit = found["code"].ToString() }, null) : (null, failures.UnitGone(name, mapping));
    }

    // The tax of other customers is not theirs to have taken off (spec/documents.md 1.6).
    private decimal TaxInPrice(Record item) => item["priceIncludesTax"].Raw is true
        && item["vatBusPostingGroupPrice"].AsText() is { } group && lookups.TaxGroups.GetValueOrDefault(customer) == group
            ? item["priceTaxPercent"].AsNumber() ?? 0 : 0;

    private static string Name(Record product) =>
        product["productnumber"].AsText() is { } number ? $"{number} '{product["name"]}'" : $"'{product["name"]}'";
}
