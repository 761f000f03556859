using BcSalesSync.Engine.Changes.Translating.Products;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Orders;

/// <summary>Everything that is worked out for orders and their lines.</summary>
internal static class OrderComputations
{
    /// <summary>The computations.</summary>
    public static IEnumerable<IComputation> All(EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings, SharedUnits units)
    {
        var products = new OrderLineProducts(endpoints, mappings, couplings);
        return
        [
            OrderStates.State, OrderStates.Status, OrderStates.TwoWayState, OrderStates.TwoWayStatus,
            OrderAmounts.Discount, OrderAmounts.LessFreight,
            OrderLinePrice.Price, OrderAmounts.LineDiscount, OrderAmounts.LineTax, OrderAmounts.LineBase, OrderAmounts.LineExtended,
            new OrderLineComputation("OrderLineType", products, (sold, candidate) => sold.TypeOf(candidate.Source)),
            new OrderLineComputation("OrderLineProduct", products, (sold, candidate) => candidate.Source["lineType"].IsEmpty
                ? sold.NumberOf(candidate.Source) : sold.ProductOf(candidate.Source)),
            new OrderLineComputation("OrderLineText", products, (sold, candidate) => sold.IsWrittenIn(candidate.Source)
                ? Translation.To(TextOf(candidate.Source)) : Translation.LeaveAlone),
            new OrderLineComputation("OrderLineWrittenIn", products, (sold, candidate) => sold.IsWrittenIn(candidate.Source)
                ? Translation.To(candidate.Source["description"]) : Translation.LeaveAlone),
            new OrderLineComputation("OrderLineIsWrittenIn", products, (sold, candidate) => sold.IsWrittenIn(candidate.Source)
                ? Translation.To(FieldValue.Boolean(true)) : Translation.LeaveAlone),
            new OrderLineUnit(endpoints, mappings, couplings, units, products),
        ];
    }

    private static FieldValue TextOf(Record line) => line["description"].AsText() is { } written
        ? FieldValue.Text(written.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd()) : line["productdescription"];
}
