using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Engine.Runs;

/// <summary>Lets through what two guards let through: a run that works for another one writes under the claims of both.</summary>
internal sealed class JointGuard(IWriteGuard first, IWriteGuard second) : IWriteGuard
{
    /// <inheritdoc/>
    public async Task RequireAsync()
    {
        await first.RequireAsync().ConfigureAwait(false);
        await second.RequireAsync().ConfigureAwait(false);
    }
}
