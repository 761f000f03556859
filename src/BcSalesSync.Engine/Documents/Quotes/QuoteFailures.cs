using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Quotes;

/// <summary>What keeps a quote from being processed (spec/documents.md 8.2).</summary>
internal static class QuoteFailures
{
    /// <summary>Nobody made an order of the won quote.</summary>
    public static PlanFailure NoOrder(string number) => new(
        FailureClass.Data,
        "BcSync.Quote.NoOrder",
        $"Quote {number} is won, but no Sales order refers to it.",
        "Create the order from the quote in Sales; the quote is then processed with the next run.");

    /// <summary>The order of the won quote could not be created.</summary>
    public static PlanFailure OrderFailed(string number, BcSyncError cause) => new(
        cause.Class,
        "BcSync.Quote.OrderFailed",
        $"The order for won quote {number} could not be created in Business Central: {cause.Message}",
        cause.RecommendedAction);

    /// <summary>The order of the won quote is coupled, but not there.</summary>
    public static PlanFailure OrderGone(string number, string order) => new(
        FailureClass.Data,
        "BcSync.Quote.OrderGone",
        $"Sales order {order} of won quote {number} is coupled to an order that is not there in Business Central any more.",
        "Run Invoke-BcSyncSchedule -Name ORDER-STATUS, which ends couplings of orders that were deleted or posted.");

    /// <summary>Business Central refused a step of the processing.</summary>
    public static PlanFailure StepRefused(string number, EndpointFailure failure) => new(
        failure.Class,
        "BcSync.Quote.StepRefused",
        $"Business Central refused a change of quote {number}: {failure.Message} ({failure.Code})",
        $"Correct what the message names in Business Central, then run Import-BcSalesQuote -Number '{number}'.");
}
