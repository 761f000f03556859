using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Orders;

/// <summary>States of orders in Sales: invoiced once Business Central has invoiced all of them, and submitted before (spec/documents.md 2.4).</summary>
internal static class OrderStates
{
    private const string FullyInvoiced = "fullyInvoiced";
    private const int Submitted = 1;
    private const int Invoiced = 4;
    private const int InvoicedStatus = 100003;

    /// <summary>The state.</summary>
    public static IComputation State { get; } = new RecordComputation(
        "OrderState", candidate => Translation.To(FieldValue.Number(IsInvoiced(candidate.Source) ? Invoiced : Submitted)));

    /// <summary>The reason that goes with it; a submitted order keeps the one it has.</summary>
    public static IComputation Status { get; } = new RecordComputation(
        "OrderStatus",
        candidate => IsInvoiced(candidate.Source) ? Translation.To(FieldValue.Number(InvoicedStatus)) : Translation.LeaveAlone);

    private static bool IsInvoiced(Record order) => order[FullyInvoiced].Raw is true;
}
