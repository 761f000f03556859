using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating.Currencies;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Statistics;

/// <summary>
/// Brings the statistics of a page of customers up to date: those that are new are created and linked to their account as one unit, of the others
/// only what differs is written.
/// </summary>
internal sealed class StatisticsUpdate(EngineParts parts, StatisticsSource source)
{
    private const string Table = "nav_accountstatistics";
    private const string Account = "account";
    private const string Link = "nav_accountstatisticsid";
    private const string Currency = "transactioncurrencyid";
    private readonly LocalCurrency localCurrency = new(parts.Endpoints, new ExchangeRates(parts.Endpoints), parts.Clock, mayCreate: true);

    /// <summary>Updates customers; plans come in their order.</summary>
    public async Task<IReadOnlyList<StatisticsPlan>> RunAsync(IReadOnlyList<CouplingState> customers, CancellationToken cancellationToken)
    {
        var plans = await PlanAsync(customers, cancellationToken).ConfigureAwait(false);
        var created = await CreateAsync([.. plans.Where(plan => plan is { Failure: null, Action: SyncAction.Created })]).ConfigureAwait(false);
        var updated = await UpdateAsync([.. plans.Where(plan => plan is { Failure: null, Action: SyncAction.Updated })]).ConfigureAwait(false);
        var done = created.Concat(updated).ToDictionary(plan => plan.Customer.BcId);
        return [.. plans.Select(plan => done.GetValueOrDefault(plan.Customer.BcId, plan))];
    }

    private async Task<IReadOnlyList<StatisticsPlan>> PlanAsync(IReadOnlyList<CouplingState> customers, CancellationToken cancellationToken)
    {
        var figures = await source.ReadAsync([.. customers.Select(customer => customer.BcId)], cancellationToken).ConfigureAwait(false);
        var accounts = (await parts.Endpoints.Sales
            .ReadByIdAsync(Account, [Link], [.. customers.Select(customer => customer.SalesId)], cancellationToken).ConfigureAwait(false))
                .ToDictionary(account => account.Id);
        Guid[] linked = [.. accounts.Values.Select(account => account[Link].AsId()).OfType<Guid>()];
        var rows = linked.Length == 0 ? [] : await parts.Endpoints.Sales
            .ReadByIdAsync(Table, [.. source.Figures.Select(figure => figure.Sales)], linked, cancellationToken).ConfigureAwait(false);
        var byId = rows.ToDictionary(row => row.Id);
        return [.. customers.Select(Plan)];

        StatisticsPlan Plan(CouplingState customer)
        {
            var plan = new StatisticsPlan(customer)
            {
                Figures = figures.GetValueOrDefault(customer.BcId), Account = accounts.GetValueOrDefault(customer.SalesId),
            };
            if (plan.Figures is null)
                return plan.Failed(StatisticsFailures.CustomerGone(customer));
            if (plan.Account is not { } account)
                return plan.Failed(StatisticsFailures.AccountGone(customer));
            return account[Link].AsId() is { } row && byId.TryGetValue(row, out var before)
                ? Compare(plan with { Row = row }, before)
                : plan with { Action = SyncAction.Created, Values = [.. source.Figures.Select(figure => Value(plan.Figures, figure))] };
        }
    }

    private StatisticsPlan Compare(StatisticsPlan plan, Record before)
    {
        KeyValuePair<string, FieldValue>[] values =
        [
            .. source.Figures.Select(figure => Value(plan.Figures!, figure)).Where(value => !Same(value.Value, before[value.Key])),
        ];
        return plan with { Action = values.Length == 0 ? SyncAction.Unchanged : SyncAction.Updated, Values = values };
    }

    // Money that was never given shows as nothing, so zeros are written like any figure (spec/documents.md 5.5).
    private static KeyValuePair<string, FieldValue> Value(Record figures, StatisticsFigure figure) => new(figure.Sales, figures[figure.Bc]);

    private static bool Same(FieldValue now, FieldValue before) =>
        now == before || ((now.AsNumber() ?? 0) == 0 && before.AsNumber() == 0 && now.AsText() is null);

    private async Task<IReadOnlyList<StatisticsPlan>> CreateAsync(StatisticsPlan[] plans)
    {
        if (plans.Length == 0)
            return [];
        var company = (await parts.Endpoints.BusinessCentral.GetFactsAsync(CancellationToken.None).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var local = await localCurrency.GetAsync(CancellationToken.None).ConfigureAwait(false);
        if (local.Failure is { } unknown)
            return [.. plans.Select(plan => plan.Failed(StatisticsFailures.NoCurrency(plan.Customer, unknown)))];
        var currency = local.Value;
        var units = plans.Select(plan => Unit(WriteKind.Create, plan, DerivedId.For(company, Table, plan.Customer.BcId), currency)).ToArray();
        var outcomes = (await parts.Endpoints.Sales.WriteUnitsAsync(units, CancellationToken.None).ConfigureAwait(false)).ToArray();

        // A row from when the customer was coupled before is filled and linked anew.
        int[] there = [.. Enumerable.Range(0, plans.Length).Where(index => outcomes[index].Status is WriteStatus.AlreadyExists)];
        if (there.Length > 0)
        {
            var again = there.Select(index =>
                Unit(WriteKind.Update, plans[index], DerivedId.For(company, Table, plans[index].Customer.BcId), currency)).ToArray();
            var repeated = await parts.Endpoints.Sales.WriteUnitsAsync(again, CancellationToken.None).ConfigureAwait(false);
            foreach (var (index, outcome) in there.Zip(repeated))
                outcomes[index] = outcome;
        }

        return [.. plans.Zip(outcomes, (plan, outcome) => outcome.Status is WriteStatus.Done ? Linked(plan, outcome.Records[1])
            : plan.Failed(Failure(plan, outcome.Status, outcome.Failure)))];
    }

    private static StatisticsPlan Linked(StatisticsPlan plan, Record? account) =>
        account is null || plan.Customer.Sales is not { } sales || plan.Account!.Version != sales.Version ? plan : plan with
        {
            Linked = plan.Customer with { Sales = sales with { Version = account.Version, ModifiedAt = account.ModifiedAt } },
        };

    private static WriteUnit Unit(WriteKind kind, StatisticsPlan plan, Guid id, FieldValue currency) => new(
    [
        new UnitWrite(Table, new RecordWrite
        {
            Kind = kind,
            Id = id,
            Values = kind is WriteKind.Update || currency.IsEmpty ? plan.Values : [.. plan.Values, new(Currency, currency)],
        }),
        new UnitWrite(Account, new RecordWrite
        {
            Kind = WriteKind.Update, Id = plan.Customer.SalesId, Values = [new(Link, FieldValue.Reference(Table, id))],
        }),
    ]);

    private async Task<IReadOnlyList<StatisticsPlan>> UpdateAsync(StatisticsPlan[] plans)
    {
        if (plans.Length == 0)
            return [];
        RecordWrite[] writes = [.. plans.Select(plan => new RecordWrite { Kind = WriteKind.Update, Id = plan.Row, Values = plan.Values })];
        var outcomes = await parts.Endpoints.Sales.WriteAsync(Table, writes, CancellationToken.None).ConfigureAwait(false);
        return [.. plans.Zip(outcomes, (plan, outcome) => outcome.Status is WriteStatus.Done ? plan
            : plan.Failed(Failure(plan, outcome.Status, outcome.Failure)))];
    }

    private static PlanFailure Failure(StatisticsPlan plan, WriteStatus status, EndpointFailure? failure) =>
        failure is not null && status is (WriteStatus.Refused or WriteStatus.AlreadyExists or WriteStatus.NotFound)
            ? StatisticsFailures.Refused(plan.Customer, failure)
            : WriteFailures.Unsettled(SystemSide.Sales, status, failure);
}
