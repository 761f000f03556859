using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Orders;

/// <summary>
/// States of orders in Sales: invoiced once Business Central has invoiced all of them, and submitted before; where orders travel both ways,
/// fulfilled in between, once all of them is shipped (spec/documents.md 2.4).
/// </summary>
internal static class OrderStates
{
    private const string FullyInvoiced = "fullyInvoiced";
    private const string FullyShipped = "fullyShipped";
    private const int Submitted = 1;
    private const int InProgress = 3;
    private const int Fulfilled = 3;
    private const int Complete = 100001;
    private const int Invoiced = 4;
    private const int InvoicedStatus = 100003;

    /// <summary>The state.</summary>
    public static IComputation State { get; } = new RecordComputation(
        "OrderState", candidate => Translation.To(FieldValue.Number(IsInvoiced(candidate.Source) ? Invoiced : Submitted)));

    /// <summary>The reason that goes with it; a submitted order keeps the one it has.</summary>
    public static IComputation Status { get; } = new RecordComputation(
        "OrderStatus",
        candidate => IsInvoiced(candidate.Source) ? Translation.To(FieldValue.Number(InvoicedStatus)) : Translation.LeaveAlone);

    /// <summary>The state where orders travel both ways.</summary>
    public static IComputation TwoWayState { get; } = new RecordComputation(
        "TwoWayOrderState",
        candidate => Translation.To(FieldValue.Number(
            IsInvoiced(candidate.Source) ? Invoiced : IsShipped(candidate.Source) ? Fulfilled : Submitted)));

    /// <summary>The reason that goes with it; a submitted order keeps the one it has.</summary>
    public static IComputation TwoWayStatus { get; } = new RecordComputation(
        "TwoWayOrderStatus",
        candidate => IsInvoiced(candidate.Source) ? Translation.To(FieldValue.Number(InvoicedStatus))
            : IsShipped(candidate.Source) ? Translation.To(FieldValue.Number(Complete))
            : candidate.Counterpart is null ? Translation.To(FieldValue.Number(InProgress)) : Translation.LeaveAlone);

    private static bool IsInvoiced(Record order) => order[FullyInvoiced].Raw is true;

    private static bool IsShipped(Record order) => order[FullyShipped].Raw is true;
}
