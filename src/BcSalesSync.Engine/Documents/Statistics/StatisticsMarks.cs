using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Documents.Statistics;

/// <summary>Which customers have their statistics in Sales as far as is known. Immutable.</summary>
internal sealed class StatisticsMarks
{
    private readonly Dictionary<Guid, CouplingState> byCustomer;
    private readonly Dictionary<Guid, CouplingState> byAccount;

    private StatisticsMarks(IReadOnlyCollection<CouplingState> marks)
    {
        byCustomer = marks.ToDictionary(mark => mark.BcId);
        byAccount = marks.ToDictionary(mark => mark.SalesId);
    }

    /// <summary>Reads them.</summary>
    public static async Task<StatisticsMarks> LoadAsync(ICouplingReader couplings, CancellationToken cancellationToken)
    {
        var marks = new List<CouplingState>();
        await foreach (var mark in couplings.ReadAsync(StatisticsMark.Mapping, new CouplingCondition(), cancellationToken).ConfigureAwait(false))
            marks.Add(mark);
        return new StatisticsMarks(marks);
    }

    /// <summary>True when the statistics of a customer are in Sales, at the account it is coupled to now.</summary>
    public bool Stands(CouplingState customer) => byCustomer.TryGetValue(customer.BcId, out var mark) && mark.SalesId == customer.SalesId;

    /// <summary>The marks of a customer and of its account, also those from before they were coupled to each other.</summary>
    public IEnumerable<CouplingState> Of(CouplingState customer) =>
        new[] { byCustomer.GetValueOrDefault(customer.BcId), byAccount.GetValueOrDefault(customer.SalesId) }.OfType<CouplingState>().Distinct();
}
