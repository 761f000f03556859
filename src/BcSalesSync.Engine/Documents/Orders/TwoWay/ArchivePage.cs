using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Documents.Orders.TwoWay;

/// <summary>A page of orders that are to be ended.</summary>
/// <param name="Pass">The pass under which their plans are carried out.</param>
/// <param name="Ends">The orders.</param>
internal sealed record ArchivePage(PassDefinition Pass, IReadOnlyList<ArchiveEnd> Ends)
{
    /// <summary>What is remembered of earlier failures, by the id in Business Central.</summary>
    public IReadOnlyDictionary<Guid, PendingRecord> Pending { get; init; } = new Dictionary<Guid, PendingRecord>();
}
