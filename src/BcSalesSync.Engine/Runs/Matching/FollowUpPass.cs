using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs.Matching;

/// <summary>One direction in which pairs that matching has coupled are synchronised (spec/engine.md 1.6).</summary>
/// <param name="Direction">The direction; never Both.</param>
/// <param name="SourceWins">Whether differing fields are overwritten.</param>
internal sealed record FollowUpPass(SyncDirection Direction, bool SourceWins)
{
    /// <summary>
    /// The passes of a mapping, none when it does not ask for them. Where both sides may travel the rule for clashing edits says who
    /// wins, because pairs that were never synchronised differ in whatever differs; without a rule Business Central does.
    /// </summary>
    public static IReadOnlyList<FollowUpPass> Of(TableMapping mapping) => mapping switch
    {
        { SyncAfterCoupling: false } => [],
        { Direction: not SyncDirection.Both } => [new(mapping.Direction, true)],
        { UpdateConflict: UpdateConflictPolicy.SendToSales } => [new(SyncDirection.ToSales, true)],
        { UpdateConflict: UpdateConflictPolicy.GetFromSales } => [new(SyncDirection.ToBusinessCentral, true)],
        { UpdateConflict: UpdateConflictPolicy.NewerWins } =>
            [new(SyncDirection.ToSales, false), new(SyncDirection.ToBusinessCentral, false)],
        _ => [new(SyncDirection.ToSales, true), new(SyncDirection.ToBusinessCentral, false)],
    };
}
