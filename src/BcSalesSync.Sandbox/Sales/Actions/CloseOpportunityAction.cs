using System.Net;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing;
using BcSalesSync.Sandbox.Sales.Writing.Documents;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Actions;

// Wins or loses an opportunity; the closing activity keeps when, why and with what revenue.
internal sealed class CloseOpportunityAction(string name, int state, SalesOrganization organization, RowWriter writer) : ISalesAction
{
    // "The reason that goes with the state".
    private const int DefaultReason = -1;

    private static readonly Field Opportunity = SalesSchema.OpportunityClose.Find("opportunityid")!;
    private static readonly Field Revenue = SalesSchema.OpportunityClose.Find("actualrevenue")!;
    private static readonly Field End = SalesSchema.OpportunityClose.Find("actualend")!;
    private static readonly Field Currency = SalesSchema.OpportunityClose.Find("transactioncurrencyid")!;
    private static readonly Field State = SalesSchema.Opportunity.Find("statecode")!;
    private static readonly Field Reason = SalesSchema.Opportunity.Find("statuscode")!;
    private static readonly Field Estimate = SalesSchema.Opportunity.Find("estimatedvalue")!;
    private static readonly Field Value = SalesSchema.Opportunity.Find("actualvalue")!;
    private static readonly Field CloseDate = SalesSchema.Opportunity.Find("actualclosedate")!;
    private static readonly Field OpportunityCurrency = SalesSchema.Opportunity.Find("transactioncurrencyid")!;

    private readonly PayloadReader _payload = new(organization);
    private readonly ClosingActivity _activity = new(organization, SalesSchema.OpportunityClose);

    public string Name => name;

    public SalesResponse Run(SalesRequest request, UnitOfWork work)
    {
        using var json = request.Json();
        var body = new ActionBody(name, json.RootElement);
        var reason = body.Number("Status");
        var close = _payload.Read(body.Row("OpportunityClose"), SalesSchema.OpportunityClose, request.References);
        var opportunity = organization.Find(SalesSchema.Opportunity, close.Values.GetValueOrDefault(Opportunity) as Guid?)
            ?? throw SalesError.Argument("The opportunity id is missing.");
        if ((int?)opportunity[State.Column] != OpportunityTable.Open)
        {
            throw SalesError.InvalidState("The opportunity is closed already.");
        }

        var scope = new WriteScope(work, SalesOrganization.IntegrationUser);
        var activity = Activity(close, opportunity);
        writer.Save(scope, SalesSchema.Opportunity, Closed(opportunity, activity, reason == DefaultReason ? null : reason));
        writer.Save(scope, SalesSchema.OpportunityClose, activity);
        return new SalesResponse(HttpStatusCode.NoContent);
    }

    private RowDraft Activity(RowInput close, Row opportunity)
    {
        var draft = _activity.Draft(close);
        draft[Currency.Column] ??= opportunity[OpportunityCurrency.Column];
        return draft;
    }

    private RowDraft Closed(Row opportunity, RowDraft activity, int? reason) => new(opportunity)
    {
        [State.Column] = state,
        [Reason.Column] = reason,
        [Value.Column] = activity[Revenue.Column] ?? (state == OpportunityTable.Won ? opportunity[Estimate.Column] : null),
        [CloseDate.Column] = DateOnly.FromDateTime(((DateTimeOffset)activity[End.Column]!).UtcDateTime),
    };
}
