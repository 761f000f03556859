using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>Everything that one step changes in the state; saved in one transaction or not at all.</summary>
public sealed record StateChange
{
    /// <summary>Couplings to insert, or to put in the place of the content they were made from; see <see cref="CouplingState.Revision"/>.</summary>
    public IReadOnlyList<CouplingState> Couplings { get; init; } = [];

    /// <summary>Couplings to remove, whatever became of their content; record and row must still belong together.</summary>
    public IReadOnlyList<CouplingState> RemovedCouplings { get; init; } = [];

    /// <summary>Couplings to remove only if the content they were made from still stands; see <see cref="CouplingState.Revision"/>.</summary>
    public IReadOnlyList<CouplingState> RemovedAsRead { get; init; } = [];

    /// <summary>
    /// Couplings that did not exist before. Whoever waits for one of their records becomes due at <see cref="Now"/>, parked or not:
    /// its failure is forgotten, and if it is coupled it is no longer skipped.
    /// </summary>
    public IReadOnlyList<CouplingState> NewlyCoupled { get; init; } = [];

    /// <summary>
    /// Pending records to insert or replace. One that waits for a record which is coupled by now is due at <see cref="Now"/>, as if that were
    /// newly coupled.
    /// </summary>
    public IReadOnlyList<PendingRecord> Pending { get; init; } = [];

    /// <summary>Pending records that are settled.</summary>
    public IReadOnlyList<PendingKey> Settled { get; init; } = [];

    /// <summary>Intents to journal.</summary>
    public IReadOnlyList<CreateIntent> Intents { get; init; } = [];

    /// <summary>Intents that are settled.</summary>
    public IReadOnlyList<PendingKey> SettledIntents { get; init; } = [];

    /// <summary>Jobs to insert or replace.</summary>
    public IReadOnlyList<BcSyncJob> Jobs { get; init; } = [];

    /// <summary>Errors to log; their ids are given by the store.</summary>
    public IReadOnlyList<BcSyncError> Errors { get; init; } = [];

    /// <summary>Values that were written over, to log; their ids are given by the store.</summary>
    public IReadOnlyList<BcOverwrittenValue> Overwritten { get; init; } = [];

    /// <summary>Watermarks to set.</summary>
    public IReadOnlyList<Watermark> Watermarks { get; init; } = [];

    /// <summary>Checkpoints to set.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints { get; init; } = [];

    /// <summary>Slices to hand out.</summary>
    public IReadOnlyList<PassSlice> Slices { get; init; } = [];

    /// <summary>Slices that are done; one that is settled already, or gone, fails the change with <see cref="ClaimLostException"/>.</summary>
    public IReadOnlyList<SettledSlice> SettledSlices { get; init; } = [];

    /// <summary>Slices to drop before others are handed out: those up to each of these, and all of earlier claims on the mapping.</summary>
    public IReadOnlyList<SliceKey> DroppedSlices { get; init; } = [];

    /// <summary>Runs to insert or replace; <see cref="RunState.StopRequested"/> once set is kept while the run goes on.</summary>
    public IReadOnlyList<RunState> Runs { get; init; } = [];

    /// <summary>Lines of the full synchronisation review to insert or replace, by mapping.</summary>
    public IReadOnlyList<BcFullSyncLine> FullSyncLines { get; init; } = [];

    /// <summary>True to drop all lines of the review first.</summary>
    public bool ClearFullSyncLines { get; init; }

    /// <summary>Table mappings to insert or replace, by name.</summary>
    public IReadOnlyList<TableMapping> Mappings { get; init; } = [];

    /// <summary>Table mappings to remove before others are saved.</summary>
    public IReadOnlyList<MappingRemoval> RemovedMappings { get; init; } = [];

    /// <summary>Settings to insert or replace.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Claims under which the change is made; it is refused when any of them is in other hands.</summary>
    public IReadOnlyList<Fence> Fences { get; init; } = [];

    /// <summary>The time of the change (UTC).</summary>
    public required DateTimeOffset Now { get; init; }
}
