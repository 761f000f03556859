using BcSalesSync.Engine.Documents.Lookups;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>
/// Finds the customer of a document: its account, or the account of its contact, which must be of relationship type Customer and coupled
/// (spec/documents.md 1.5). Pure.
/// </summary>
internal static class CustomerResolution
{
    private const int Customer = 3;

    /// <summary>The customer's coupling, or why there is none.</summary>
    public static (CouplingState? Customer, PlanFailure? Failure) Resolve(
        SalesDocument document, DocumentLookups lookups, DocumentFailures failures)
    {
        if (document.Header["customerid"].Raw is not Lookup customer)
            return (null, failures.NoCustomer());
        if (AccountOf(customer, lookups) is not { } accountId || !lookups.Accounts.TryGetValue(accountId, out var account))
            return (null, failures.NoAccount(customer.Table, customer.Id));
        if (account["customertypecode"].AsNumber() is not Customer)
            return (null, failures.NotACustomer(Name(account)));
        return lookups.Customers.TryGetValue(accountId, out var coupling)
            ? (coupling, null) : (null, failures.CustomerNotCoupled(Name(account), accountId));
    }

    private static Guid? AccountOf(Lookup customer, DocumentLookups lookups)
    {
        if (customer.Table == "account")
            return customer.Id;
        return lookups.Contacts.TryGetValue(customer.Id, out var contact) && contact["parentcustomerid"].Raw is Lookup { Table: "account" } parent
            ? parent.Id : null;
    }

    private static string Name(Record account) => $"'{account["name"]}'";
}
