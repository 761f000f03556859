using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;

namespace BcSalesSync.Engine.Runs;

/// <summary>
/// A system in the hands of a run: nothing is sent to be written by whoever slept through the end of the claim, since another may have written it
/// by then. Reading needs no claim.
/// </summary>
internal sealed class FencedEndpoint(IEndpoint inner, IWriteGuard claim) : DelegatingEndpoint(inner)
{
    /// <summary>Both systems, as a run with a claim may write to them.</summary>
    public static EndpointPair Both(EndpointPair systems, IWriteGuard claim) =>
        new(new FencedEndpoint(systems.BusinessCentral, claim), new FencedEndpoint(systems.Sales, claim));

    /// <inheritdoc/>
    /// <exception cref="Ports.State.ClaimLostException">The claim is in other hands; nothing more was sent.</exception>
    public override Task<IReadOnlyList<WriteOutcome>> WriteAsync(string table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken) =>
        Inner.WriteGuardedAsync(table, writes, claim, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="Ports.State.ClaimLostException">The claim is in other hands; nothing more was sent.</exception>
    public override Task<IReadOnlyList<UnitOutcome>> WriteUnitsAsync(IReadOnlyList<WriteUnit> units, CancellationToken cancellationToken) =>
        Inner.WriteUnitsGuardedAsync(units, claim, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<WriteOutcome>> WriteGuardedAsync(
        string table, IReadOnlyList<RecordWrite> writes, IWriteGuard guard, CancellationToken cancellationToken) =>
        Inner.WriteGuardedAsync(table, writes, new JointGuard(guard, claim), cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<UnitOutcome>> WriteUnitsGuardedAsync(
        IReadOnlyList<WriteUnit> units, IWriteGuard guard, CancellationToken cancellationToken) =>
        Inner.WriteUnitsGuardedAsync(units, new JointGuard(guard, claim), cancellationToken);
}
