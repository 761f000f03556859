using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Statistics;

/// <summary>What keeps account statistics from being updated (spec/documents.md 8.4).</summary>
internal static class StatisticsFailures
{
    private const string NotFound = "NotFound";

    /// <summary>The customer is gone.</summary>
    public static PlanFailure CustomerGone(CouplingState customer) => Gone("Customer", customer.BcNo ?? customer.BcId.ToString());

    /// <summary>The account is gone.</summary>
    public static PlanFailure AccountGone(CouplingState customer) => Gone("Account", customer.SalesName ?? customer.SalesId.ToString());

    /// <summary>True when customer or account is gone.</summary>
    public static bool IsGone(PlanFailure failure) => failure.ErrorId.EndsWith(NotFound, StringComparison.Ordinal);

    /// <summary>Sales refused the figures.</summary>
    public static PlanFailure Refused(CouplingState customer, EndpointFailure failure) => new(
        failure.Class,
        "BcSync.Statistics.Refused",
        $"Sales refused the statistics of customer {customer.BcNo}: {failure.Message} ({failure.Code})",
        "Give the application the right to write account statistics and accounts in Sales.");

    /// <summary>The currency of the figures is not there in Sales and cannot be created.</summary>
    public static PlanFailure NoCurrency(CouplingState customer, PlanFailure reason) =>
        reason with { Message = $"The statistics of customer {customer.BcNo} were not sent: {reason.Message}" };

    /// <summary>Sales has no place for the figures.</summary>
    public static BcSyncError TableMissing(DateTimeOffset time) => ErrorCatalog.Create(
        time,
        "BcSync.Statistics.TableMissing",
        FailureClass.Capability,
        "Sales has no table for account statistics (nav_accountstatistics).",
        "Install the Business Central integration solution in Sales, which brings it.");

    private static PlanFailure Gone(string what, string name) => new(
        FailureClass.Data,
        $"BcSync.Statistics.{what}{NotFound}",
        $"{what} '{name}' was not found; the coupling is skipped.",
        $"See Get-BcCoupling -Mapping {MasterFamily.CustomerMapping.Typed()} -Broken, repair the pair, and take it up again with Resume-BcSyncRecord.");
}
