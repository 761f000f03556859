using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Plans;

/// <summary>The couplings that are, and those that a plan would make; the latter only in memory.</summary>
internal sealed class PlannedCouplings(ICouplingReader inner) : ICouplingReader
{
    // Business Central gives numbers to what is created there, so that nobody knows them yet.
    private const string NewNumber = "(new)";

    private readonly Dictionary<(string Family, Guid Id), CouplingState> byBc = [];
    private readonly Dictionary<(string Family, Guid Id), CouplingState> bySales = [];
    private readonly Dictionary<(string Family, string Number), CouplingState> byNumber = [];

    /// <summary>Takes a planned pair as coupled.</summary>
    public void Add(PassDefinition pass, PlannedAction plan, Guid createdId)
    {
        if (plan.Candidate.Coupling is not null)
            return;
        var source = plan.Candidate.Source;
        var counterpart = plan.Candidate.Match?.Id ?? createdId;
        var fromBc = pass.Source is SystemSide.BusinessCentral;
        var coupling = new CouplingState
        {
            Mapping = pass.Mapping.Name,
            Family = pass.Mapping.Family,
            BcId = fromBc ? source.Id : counterpart,
            SalesId = fromBc ? counterpart : source.Id,
            BcNo = fromBc ? NumberOf(pass.SourceTable, source) : NumberOf(pass.DestinationTable, plan.Candidate.Match),
        };
        byBc[(coupling.Family, coupling.BcId)] = coupling;
        bySales[(coupling.Family, coupling.SalesId)] = coupling;
        if (coupling.BcNo is { } number && number != NewNumber)
            byNumber[(coupling.Family, number.ToUpperInvariant())] = coupling;
    }

    /// <summary>True when the plan couples the record already, so that the other direction need not look at it.</summary>
    public bool Plans(PassDefinition pass, Record source) => pass.Source is SystemSide.BusinessCentral
        ? byBc.ContainsKey((pass.Mapping.Family, source.Id))
        : bySales.ContainsKey((pass.Mapping.Family, source.Id));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CouplingState>> FindByBcIdAsync(
        string family, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        [.. await inner.FindByBcIdAsync(family, ids, cancellationToken).ConfigureAwait(false), .. Planned(byBc, family, ids)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CouplingState>> FindBySalesIdAsync(
        string family, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        [.. await inner.FindBySalesIdAsync(family, ids, cancellationToken).ConfigureAwait(false), .. Planned(bySales, family, ids)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CouplingState>> FindByBcNoAsync(
        string family, IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
    [
        .. await inner.FindByBcNoAsync(family, numbers, cancellationToken).ConfigureAwait(false),
        .. Planned(byNumber, family, numbers.Select(number => number.ToUpperInvariant())),
    ];

    /// <inheritdoc/>
    public IAsyncEnumerable<CouplingState> ReadAsync(string? mapping, CouplingCondition condition, CancellationToken cancellationToken) =>
        inner.ReadAsync(mapping, condition, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<Guid>> ReadIdsAsync(string mapping, SystemSide side, CancellationToken cancellationToken) =>
        inner.ReadIdsAsync(mapping, side, cancellationToken);

    /// <inheritdoc/>
    public Task<MappingCounts> CountAsync(string mapping, CancellationToken cancellationToken) =>
        inner.CountAsync(mapping, cancellationToken);

    private static string? NumberOf(TableSchema table, Record? record) =>
        table.NumberColumn is not { } column ? null : record is null ? NewNumber : record[column].AsText();

    private static IEnumerable<CouplingState> Planned<TKey>(Dictionary<(string, TKey), CouplingState> index, string family,
        IEnumerable<TKey> keys) =>
        keys.Select(key => index.GetValueOrDefault((family, key))).OfType<CouplingState>();
}
