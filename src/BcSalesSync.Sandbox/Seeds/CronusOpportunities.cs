using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Seeds;

// The opportunities of the seed "cronus", one for each status.
internal sealed class CronusOpportunities(DataStore store, BcRowWriter rows, DateTimeOffset moment)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(moment.UtcDateTime);

    public void Load()
    {
        Put("OP000001", "Desks for the sales department", ("CT000201", "CT000101"), "PS", OpportunityTable.InProgress, 10_008m, 60m);
        Put("OP000002", "Guest chairs for the lobby", ("CT000204", "CT000103"), "JO", OpportunityTable.NotStarted, 1_928m, 20m);
        Put("OP000003", "Lamps for all offices", ("CT000206", "CT000105"), "LT", OpportunityTable.Won, 2_196m, 100m);
        Put("OP000004", "Bicycles for the staff", ("CT000209", "CT000107"), "LT", OpportunityTable.Lost, 40_000m, 0m);
        store.SetCounter(OpportunityRules.NumberSeries, 4);
    }

    private void Put(
        string number, string description, (string Person, string Company) contact, string salesperson, string status, decimal value,
        decimal probability) => rows.Put(
            OpportunityTable.Table, number, (OpportunityTable.Number, number), (OpportunityTable.Description, description),
            (OpportunityTable.Contact, contact.Person), (OpportunityTable.ContactCompany, contact.Company),
            (OpportunityTable.Salesperson, salesperson), (OpportunityTable.Status, status), (OpportunityTable.EstimatedValue, value),
            (OpportunityTable.EstimatedClosingDate, _today.AddMonths(1)), (OpportunityTable.CreationDate, _today.AddMonths(-2)),
            (OpportunityTable.DateClosed,
                status is OpportunityTable.Won or OpportunityTable.Lost ? _today.AddDays(-10) : DateOnly.MinValue),
            (OpportunityTable.Probability, probability));
}
