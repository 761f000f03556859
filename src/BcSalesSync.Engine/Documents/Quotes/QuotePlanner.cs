using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Documents.Lookups;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Quotes;

/// <summary>Decides what becomes of quotes (spec/documents.md 4.1-4.4). Reads, and writes nothing.</summary>
internal sealed class QuotePlanner(EngineParts parts, MappingSet mappings, BcDocumentForm form)
{
    private readonly DocumentLookupLoader lookups = new(parts, mappings, DocumentShape.Quote, form);

    /// <summary>Plans a page of quotes, in their order.</summary>
    public async Task<IReadOnlyList<QuotePlan>> PlanAsync(IReadOnlyList<SalesDocument> quotes, CancellationToken cancellationToken)
    {
        var ground = await QuoteGround.LoadAsync(parts, form, quotes, cancellationToken).ConfigureAwait(false);
        SalesDocument[] unknown = [.. quotes.Where(quote => IsOurs(quote, ground) && quote.State is QuoteState.Active or QuoteState.Won
            && !ground.Couplings.ContainsKey(quote.Id))];
        var builder = unknown.Length == 0 ? null
            : new DocumentBuilder(form, await lookups.LoadAsync(unknown, cancellationToken).ConfigureAwait(false));
        return [.. quotes.Select(quote => Plan(quote, ground, builder))];
    }

    private static bool IsOurs(SalesDocument quote, QuoteGround ground) =>
        quote.Header["bcbi_companyid"].AsId() is not { } owner || ground.Company is null || owner == ground.Company;

    private static QuotePlan Plan(SalesDocument quote, QuoteGround ground, DocumentBuilder? builder)
    {
        var coupling = ground.Couplings.GetValueOrDefault(quote.Id);
        var plan = new DocumentPlan(quote) { Coupling = coupling, Pending = ground.Pending.GetValueOrDefault(quote.Id) };
        if (!IsOurs(quote, ground))
            return new QuotePlan(Nothing(plan, $"Quote {quote.Number} belongs to another company of Business Central."));
        return quote.State switch
        {
            QuoteState.Active => PlanActive(plan, ground, builder),
            QuoteState.Won => PlanWon(plan, ground, builder),
            _ => new QuotePlan(Nothing(plan, $"Quote {quote.Number} is {quote.StateName()}; only active and won quotes are processed.")),
        };
    }

    private static QuotePlan PlanActive(DocumentPlan plan, QuoteGround ground, DocumentBuilder? builder)
    {
        if (plan.Coupling is { } coupling)
            return new QuotePlan(AlreadyQuote(plan, ground.Partners.GetValueOrDefault(coupling.BcId)));
        var built = Build(plan, builder!);
        if (built.Failure is not null || ground.Predecessors.GetValueOrDefault(plan.Document.Number) is not { } before)
            return new QuotePlan(built);

        // A revision whose quote was deleted meanwhile starts anew (spec/documents.md 10, quirk 17).
        return ground.Partners.GetValueOrDefault(before.BcId) is { } partner
            ? new QuotePlan(built with { Action = SyncAction.Updated }) { Predecessor = before, Partner = partner }
            : new QuotePlan(built);
    }

    private static QuotePlan PlanWon(DocumentPlan plan, QuoteGround ground, DocumentBuilder? builder)
    {
        if (ground.Marks.Contains(plan.Document.Id))
            return new QuotePlan(Nothing(plan, $"Won quote {plan.Document.Number} was processed before."));
        var built = plan.Coupling is null ? Build(plan, builder!) : plan;
        var partner = plan.Coupling is { } coupling ? ground.Partners.GetValueOrDefault(coupling.BcId) : null;
        var order = ground.Orders.GetValueOrDefault(plan.Document.Id);
        if (built.Failure is null && order is null)
            built = built.Failed(QuoteFailures.NoOrder(plan.Document.Number));
        return new QuotePlan(built.Failure is null && built.Draft is null ? built with { Action = SyncAction.Updated } : built)
        {
            IsWon = true, Partner = partner, Order = order,
        };
    }

    private static DocumentPlan Build(DocumentPlan plan, DocumentBuilder builder)
    {
        var (draft, failure) = builder.Build(plan.Document);
        return failure is not null ? plan.Failed(failure) : plan with
        {
            Action = SyncAction.Created, Draft = draft, Message = draft!.Message,
        };
    }

    private static DocumentPlan AlreadyQuote(DocumentPlan plan, Record? partner) => partner is null
        ? Nothing(plan, $"Quote {plan.Document.Number} was handled earlier, and its quote was deleted in Business Central; nothing is left to process.")
        : plan with
        {
            BcNo = partner["number"].ToString(),
            Message = $"Quote {plan.Document.Number} is already quote {partner["number"]} in Business Central.",
        };

    private static DocumentPlan Nothing(DocumentPlan plan, string why) => plan with
    {
        Action = plan.Coupling is null ? SyncAction.Skipped : SyncAction.Unchanged, BcNo = plan.Coupling?.BcNo, Message = why,
    };
}
