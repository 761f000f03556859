using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>A record that is referred to and not coupled yet.</summary>
/// <param name="Mapping">Mapping that would couple it.</param>
/// <param name="Side">Side on which it exists.</param>
/// <param name="Key">Its id (as "D" text) or number.</param>
public sealed record AwaitedReference(string Mapping, SystemSide Side, string Key);
