namespace BcSalesSync.Engine.Ports.State;

/// <summary>
/// A mapping that goes, with its watermarks and what is remembered of its records. Whoever waits for a record of it is looked at again.
/// </summary>
/// <param name="Mapping">Name of the mapping.</param>
/// <param name="WithCouplings">True when its couplings go too.</param>
public sealed record MappingRemoval(string Mapping, bool WithCouplings);
