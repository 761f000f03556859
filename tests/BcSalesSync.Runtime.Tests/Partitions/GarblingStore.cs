using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Partitions;

/// <summary>The state in the hands of a leader whose slices are unreadable, as those of another version may be.</summary>
internal sealed class GarblingStore(IStateStore inner) : DelegatingStore(inner)
{
    public override Task CommitAsync(StateChange change, CancellationToken cancellationToken) =>
        base.CommitAsync(change with { Slices = [.. change.Slices.Select(slice => slice with { Content = "{" })] }, cancellationToken);
}
