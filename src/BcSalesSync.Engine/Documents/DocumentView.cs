using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Documents;

/// <summary>Shows documents to people.</summary>
internal static class DocumentView
{
    private static readonly string[] OrderStates = ["Active", "Submitted", "Canceled", "Fulfilled", "Invoiced"];
    private static readonly string[] InvoiceStates = ["Active", "Closed", "Paid", "Canceled"];
    private static readonly string[] QuoteStates = ["Draft", "Active", "Won", "Closed"];

    /// <summary>Name of the state of a document.</summary>
    public static string StateName(this SalesDocument document)
    {
        var names = document.Kind switch
        {
            DocumentKind.Quote => QuoteStates,
            DocumentKind.Invoice => InvoiceStates,
            _ => OrderStates,
        };
        return document.State >= 0 && document.State < names.Length ? names[document.State] : $"state {document.State}";
    }

    /// <summary>What a plan is, or was, to people.</summary>
    public static BcDocumentResult ToResult(this DocumentPlan plan, Guid runId, BcSyncError? error) => new()
    {
        Kind = plan.Document.Kind,
        SalesId = plan.Document.Id,
        Number = plan.Document.Number,
        BcNo = plan.BcNo,
        Action = plan.Action,
        Message = error is null ? plan.Message : error.Message,
        Error = error,
        RunId = runId,
    };
}
