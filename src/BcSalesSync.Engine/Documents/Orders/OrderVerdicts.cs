using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>Orders that need nothing, and why (spec/documents.md 1.2).</summary>
internal static class OrderVerdicts
{
    /// <summary>It is an order in Business Central already.</summary>
    public static DocumentPlan AlreadyOrder(this DocumentPlan plan, string number) => plan with
    {
        Action = SyncAction.Unchanged,
        BcNo = number,
        Message = $"Sales order {plan.Document.Number} is already order {number} in Business Central.",
    };

    /// <summary>It was posted already.</summary>
    public static DocumentPlan AlreadyInvoiced(this DocumentPlan plan, string number) => plan with
    {
        Action = SyncAction.Unchanged,
        Message = $"Sales order {plan.Document.Number} is already posted as invoice {number} in Business Central.",
    };
}
