using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>Why a run over orders does not go on.</summary>
internal static class OrderErrors
{
    /// <summary>So many orders look deleted that something else must be the matter.</summary>
    public static BcSyncError TooManyGone(DateTimeOffset time, int orders, int most, string entry) => ErrorCatalog.Create(
        time,
        "BcSync.Order.TooManyGone",
        FailureClass.Configuration,
        $"{orders} coupled orders look deleted in Business Central at once, more than {most}; none of them was ended. Orders are taken "
            + "for deleted by the dozen when the application may not read them any more, or the connection names another company.",
        $"See with Get-BcCoupling -Mapping {DocumentFamily.OrderMapping.Typed()} -Broken whether they are really gone; "
            + $"Invoke-BcSyncSchedule -Name {entry} -Force then ends them, as it does with few.") with
    {
        Mapping = DocumentFamily.OrderMapping,
    };
}
