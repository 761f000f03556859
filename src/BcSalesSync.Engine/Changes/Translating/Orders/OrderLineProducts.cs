using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Orders;

/// <summary>
/// What lines of orders sell: a coupled item or resource, or what stands for written-in products (spec/documents.md 1.7, 2.3). Items and
/// resources may share a number, so that the type of the line tells which is meant.
/// </summary>
internal sealed class OrderLineProducts(EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings)
{
    private const string Column = "productid";
    private const string Item = "Item";
    private const string Resource = "Resource";
    private static readonly (string Type, string Mapping)[] Kinds = [(Item, "ITEM-PRODUCT"), (Resource, "RESOURCE-PRODUCT")];
    private readonly OrderSetup setup = new(endpoints, mappings.Setup);
    private readonly Dictionary<Guid, (string Type, CouplingState Coupling)> byProduct = [];
    private readonly Dictionary<(string Type, string Number), CouplingState> byNumber = [];
    private BcSyncSetup? writeIn;

    /// <summary>Loads what the lines sell.</summary>
    public async Task LoadAsync(IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        writeIn ??= await setup.WriteInAsync(cancellationToken).ConfigureAwait(false);
        Guid[] products = [.. candidates.Select(candidate => candidate.Source[Column].AsId()).OfType<Guid>().Distinct()];
        foreach (var (type, name) in Kinds)
        {
            if (mappings.Find(name) is not { } mapping)
                continue;
            string[] numbers =
            [
                .. candidates.Where(candidate => candidate.Source["lineType"].AsText() == type)
                    .Select(candidate => candidate.Source["lineObjectNumber"].AsText()).OfType<string>().Distinct(),
            ];
            if (products.Length > 0)
            {
                foreach (var coupling in await couplings.FindBySalesIdAsync(mapping.Family, products, cancellationToken).ConfigureAwait(false))
                {
                    if (coupling.Mapping == name)
                        byProduct[coupling.SalesId] = (type, coupling);
                }
            }

            if (numbers.Length > 0)
            {
                foreach (var coupling in await couplings.FindByBcNoAsync(mapping.Family, numbers, cancellationToken).ConfigureAwait(false))
                {
                    if (coupling is { BcNo: { } number })
                        byNumber[(type, number.ToUpperInvariant())] = coupling;
                }
            }
        }
    }

    /// <summary>True when the line sells what the catalogue does not have.</summary>
    public bool IsWrittenIn(Record line) => line["lineType"].AsText() is { } type
        ? type == writeIn!.WriteInProductType.ToString()
            && string.Equals(line["lineObjectNumber"].AsText(), writeIn.WriteInProductNo, StringComparison.OrdinalIgnoreCase)
        : line[Column].IsEmpty;

    /// <summary>What Business Central calls the item or resource of a line of Sales, as last seen; null when that is not known.</summary>
    public string? NameOf(Record line) =>
        line[Column].AsId() is { } product && byProduct.TryGetValue(product, out var found) ? found.Coupling.BcName : null;

    /// <summary>Type of the line in Business Central.</summary>
    public Translation TypeOf(Record line) => Find(line, () => writeIn!.WriteInProductType.ToString(), found => found.Type);

    /// <summary>Number in Business Central.</summary>
    public Translation NumberOf(Record line) => Find(line, () => writeIn!.WriteInProductNo!, found => found.Coupling.BcNo ?? string.Empty);

    /// <summary>Product in Sales; none for what is written in.</summary>
    public Translation ProductOf(Record line)
    {
        if (IsWrittenIn(line))
            return Translation.To(FieldValue.Empty);
        var (type, number) = (line["lineType"].ToString(), line["lineObjectNumber"]);
        return byNumber.TryGetValue((type, number.ToString().ToUpperInvariant()), out var coupling)
            ? Translation.To(FieldValue.Reference("product", coupling.SalesId))
            : MissingReference.Of("lineObjectNumber", number, SystemSide.BusinessCentral, [Kinds.First(kind => kind.Type == type).Mapping]);
    }

    private Translation Find(Record line, Func<string> writtenIn, Func<(string Type, CouplingState Coupling), string> of)
    {
        if (line[Column].AsId() is not { } id)
        {
            return writeIn!.WriteInProductNo is null
                ? Translation.Failed(OrderLineFailures.NoWriteInProduct) : Translation.To(FieldValue.Text(writtenIn()));
        }

        return byProduct.TryGetValue(id, out var found) ? Translation.To(FieldValue.Text(of(found)))
            : MissingReference.Of(Column, line[Column], SystemSide.Sales, [.. Kinds.Select(kind => kind.Mapping)]);
    }
}
