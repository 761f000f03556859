using BcSalesSync.Engine.Ports;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs;

/// <summary>What the engine works with.</summary>
/// <param name="Endpoints">The two systems.</param>
/// <param name="State">The durable state.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Ids">The source of ids.</param>
/// <param name="Holders">Tells who holds claims.</param>
public sealed record EngineParts(EndpointPair Endpoints, IStateStore State, TimeProvider Clock, IIdSource Ids, IHolderProbe Holders);
