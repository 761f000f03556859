using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Couplings;

/// <summary>Remembers, like a coupling, that the statistics of a customer are in Sales.</summary>
internal static class StatisticsMark
{
    /// <summary>Name under which the marks are kept.</summary>
    public const string Mapping = "CUSTOMER-STATISTICS";

    /// <summary>Family of the marks.</summary>
    public const string Family = "customerStatistics|nav_accountstatistics";

    /// <summary>The mark of a customer.</summary>
    public static CouplingState Of(CouplingState customer, DateTimeOffset now) => new()
    {
        Mapping = Mapping,
        Family = Family,
        BcId = customer.BcId,
        SalesId = customer.SalesId,
        BcNo = customer.BcNo,
        SalesName = customer.SalesName,
        ToSalesResult = SyncOutcome.Success,
        LastSynchronized = now,
    };
}
