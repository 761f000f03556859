using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Lookups;

/// <summary>The order in Sales that an invoice bills.</summary>
/// <param name="Order">The order.</param>
/// <param name="IsSure">False when only the reference, which people can edit, tells.</param>
internal sealed record OrderLink(Record Order, bool IsSure)
{
    /// <summary>Its number.</summary>
    public string Number => Order["ordernumber"].ToString();
}
