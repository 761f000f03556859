using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>Reads couplings.</summary>
public interface ICouplingReader
{
    /// <summary>Couplings of a family by Business Central id.</summary>
    Task<IReadOnlyList<CouplingState>> FindByBcIdAsync(string family, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Couplings of a family by Sales id.</summary>
    Task<IReadOnlyList<CouplingState>> FindBySalesIdAsync(
        string family, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Couplings of a family by number or code, without regard to case.</summary>
    Task<IReadOnlyList<CouplingState>> FindByBcNoAsync(
        string family, IReadOnlyCollection<string> numbers, CancellationToken cancellationToken);

    /// <summary>Couplings of a mapping, streamed in the order of their numbers or as the condition says; null for all mappings.</summary>
    IAsyncEnumerable<CouplingState> ReadAsync(string? mapping, CouplingCondition condition, CancellationToken cancellationToken);

    /// <summary>Ids on one side of the couplings of a mapping, streamed in pages.</summary>
    IAsyncEnumerable<IReadOnlyList<Guid>> ReadIdsAsync(string mapping, SystemSide side, CancellationToken cancellationToken);

    /// <summary>Counts for the status view.</summary>
    Task<MappingCounts> CountAsync(string mapping, CancellationToken cancellationToken);
}
