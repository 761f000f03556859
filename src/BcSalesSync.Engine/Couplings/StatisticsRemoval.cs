using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Couplings;

/// <summary>
/// Takes the statistics from accounts whose customers are uncoupled: nobody would bring them up to date any more (spec/documents.md 5.5). What
/// Sales refuses stays there; it keeps no coupling.
/// </summary>
internal sealed class StatisticsRemoval(EndpointPair endpoints, IStateStore state, TimeProvider clock)
{
    /// <summary>Family of the customers.</summary>
    public const string Customers = "customers|account";

    private const string Table = "nav_accountstatistics";
    private const string Link = "nav_accountstatisticsid";

    /// <summary>Removes the statistics of customers, and what is remembered of them.</summary>
    public async Task RunAsync(IReadOnlyList<CouplingState> customers, CancellationToken cancellationToken)
    {
        if (await endpoints.Sales.GetSchemaAsync(Table, cancellationToken).ConfigureAwait(false) is null)
            return;
        var accounts = await endpoints.Sales
            .ReadByIdAsync("account", [Link], [.. customers.Select(customer => customer.SalesId)], cancellationToken).ConfigureAwait(false);
        RecordWrite[] deletions =
        [
            .. accounts.Select(account => account[Link].AsId()).OfType<Guid>().Distinct()
                .Select(row => new RecordWrite { Kind = WriteKind.Delete, Id = row }),
        ];
        if (deletions.Length > 0)
            await endpoints.Sales.WriteAsync(Table, deletions, cancellationToken).ConfigureAwait(false);
        var marks = await state.Couplings
            .FindByBcIdAsync(StatisticsMark.Family, [.. customers.Select(customer => customer.BcId)], cancellationToken).ConfigureAwait(false);
        if (marks.Count > 0)
            await state.CommitAsync(new StateChange { RemovedCouplings = [.. marks], Now = clock.GetUtcNow() }, CancellationToken.None).ConfigureAwait(false);
    }
}
