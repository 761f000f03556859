using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;

namespace BcSalesSync.Endpoints.Dataverse.Writing.Units;

/// <summary>Outcomes of units as they become known. Parallel requests settle different positions.</summary>
internal sealed class UnitRun(int count)
{
    private readonly UnitOutcome?[] outcomes = new UnitOutcome?[count];

    /// <summary>Settles one unit.</summary>
    internal void Settle(int position, UnitOutcome outcome) => outcomes[position] = outcome;

    /// <summary>Outcomes in the order of the units; what nothing settled was not sent.</summary>
    /// <exception cref="EndpointException">The service does not let the caller in, and nothing was carried out.</exception>
    internal IReadOnlyList<UnitOutcome> Finish()
    {
        Lockout.ThrowIfTotal(outcomes.Select(outcome => (outcome?.Status ?? WriteStatus.NotSent, outcome?.Failure)));
        return [.. outcomes.Select(outcome => outcome ?? new UnitOutcome(WriteStatus.NotSent, []))];
    }
}
