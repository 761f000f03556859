using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs;

/// <summary>
/// Lets a worker send only while the run that leads the pass still has the mapping: the next run may do the same records by itself, without the
/// claim on their partition.
/// </summary>
internal sealed class TenureGuard(IStateStore state, Fence tenure) : IWriteGuard
{
    /// <inheritdoc/>
    /// <exception cref="ClaimLostException">The mapping is in other hands.</exception>
    public async Task RequireAsync()
    {
        var standing = await state.FindClaimAsync(tenure.Resource, CancellationToken.None).ConfigureAwait(false);
        if (standing?.Fence != tenure)
            throw new ClaimLostException(tenure, standing?.Holder);
    }
}
