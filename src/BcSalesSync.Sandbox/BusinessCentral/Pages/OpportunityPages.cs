using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

internal static class OpportunityPages
{
    private const string CurrentValue = "calculatedCurrentValue";

    public static BcPage Standard(PageSources sources) => new PageBuilder("opportunities", "opportunity", OpportunityTable.Table)
        .Id()
        .Writable(OpportunityTable.Number, OpportunityTable.Contact)
        .Computed("contactName", ColumnType.Text, row => ContactName(sources, row, OpportunityTable.Contact))
        .Computed("contactCompanyName", ColumnType.Text, row => ContactName(sources, row, OpportunityTable.ContactCompany))
        .Writable(OpportunityTable.Salesperson, OpportunityTable.Description)
        .ReadOnly(OpportunityTable.Status)
        .Computed("closed", ColumnType.Boolean, row => IsClosed(row))
        .ReadOnly(OpportunityTable.CreationDate, OpportunityTable.DateClosed)
        .Computed(CurrentValue, ColumnType.Decimal, row => ValueNow(row))
        .Alias("chancesOfSuccessPrc", OpportunityTable.Probability)
        .Computed("completedPrc", ColumnType.Decimal, row => IsClosed(row) ? 100m : 0m)
        .ReadOnly(OpportunityTable.EstimatedClosingDate, OpportunityTable.EstimatedValue, OpportunityTable.Table.Stamps.CreatedAt)
        .LastModified()
        .Build(Rights.All);

    public static BcPage Companion(PageSources sources) => new PageBuilder("opportunities", "opportunity", OpportunityTable.Table)
        .Id(editableOnCreate: true)
        .Writable(
            OpportunityTable.Number, OpportunityTable.Description, OpportunityTable.Contact, OpportunityTable.ContactCompany,
            OpportunityTable.Salesperson)
        .ReadOnly(
            OpportunityTable.Status, OpportunityTable.EstimatedValue, OpportunityTable.EstimatedClosingDate, OpportunityTable.DateClosed,
            OpportunityTable.Probability)
        .Computed(CurrentValue, ColumnType.Decimal, row => ValueNow(row))
        .Computed(
            "customerId", ColumnType.Guid,
            row => sources.Contacts.PartnerOf(BusinessPartner.Customer, row.Text(OpportunityTable.ContactCompany))?.Id ?? Guid.Empty)
        .SystemColumns()
        .ThroughVariables("customerId")
        .Build(Rights.All);

    private static bool IsClosed(Row row) => row.Text(OpportunityTable.Status) is OpportunityTable.Won or OpportunityTable.Lost;

    private static decimal ValueNow(Row row) =>
        (decimal)row[OpportunityTable.EstimatedValue]! * (decimal)row[OpportunityTable.Probability]! / 100m;

    private static string ContactName(PageSources sources, Row row, Column contact) =>
        sources.TextOf(ContactTable.Table, row.Text(contact), ContactTable.Name);
}
