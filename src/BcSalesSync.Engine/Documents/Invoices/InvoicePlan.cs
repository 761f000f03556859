using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Building;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Invoices;

/// <summary>What is to be done with a posted invoice, and, once that is done, what came of it. Immutable.</summary>
/// <param name="Invoice">The invoice.</param>
internal sealed record InvoicePlan(BcInvoice Invoice)
{
    /// <summary>What is done.</summary>
    public SyncAction Action { get; init; } = SyncAction.Unchanged;

    /// <summary>What is to be created; null when nothing is.</summary>
    public InvoiceDraft? Draft { get; init; }

    /// <summary>The coupling, also one that is about to be saved; null when there is none.</summary>
    public CouplingState? Coupling { get; init; }

    /// <summary>What is worth knowing; null when nothing is.</summary>
    public string? Message { get; init; }

    /// <summary>Why it cannot be done; null when it can.</summary>
    public PlanFailure? Failure { get; init; }

    /// <summary>What is remembered of earlier failures; null when nothing is.</summary>
    public PendingRecord? Pending { get; init; }

    /// <summary>True for a row that an earlier run created and did not live to couple.</summary>
    public bool IsAdopted { get; init; }

    /// <summary>The same with a failure.</summary>
    public InvoicePlan Failed(PlanFailure failure) => this with { Action = SyncAction.Failed, Failure = failure };

    /// <summary>As people see it.</summary>
    public BcDocumentResult ToResult(Guid runId, BcSyncError? error) => new()
    {
        Kind = DocumentKind.Invoice,
        SalesId = Coupling?.SalesId,
        Number = Coupling is null ? null : Invoice.Number,
        BcNo = Invoice.Number,
        Action = Action,
        Message = error is null ? Message : error.Message,
        Error = error,
        RunId = runId,
    };

    /// <summary>A failure as an error that names the invoice.</summary>
    public BcSyncError ToError(PlanFailure failure, DateTimeOffset now) =>
        failure.ToError(now, DocumentFamily.InvoiceMapping) with
        {
            Direction = SyncDirection.ToSales,
            BcId = Invoice.Id,
            BcNo = Invoice.Number,
            SalesId = Coupling?.SalesId,
            SalesName = Coupling?.SalesName,
        };
}
