using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Lookups;

/// <summary>The item or resource that a product is coupled to.</summary>
/// <param name="Coupling">The coupling.</param>
/// <param name="Record">The item or resource; null when it is gone.</param>
/// <param name="NameColumn">Column with its description.</param>
internal sealed record ProductPartner(CouplingState Coupling, Record? Record, string NameColumn);
