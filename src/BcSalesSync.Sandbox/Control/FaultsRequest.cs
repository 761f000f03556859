using BcSalesSync.Sandbox.Faults;

namespace BcSalesSync.Sandbox.Control;

// POST /sandbox/faults: the rules are added to those in force.
internal sealed record FaultsRequest(IReadOnlyList<FaultRule>? Rules);
