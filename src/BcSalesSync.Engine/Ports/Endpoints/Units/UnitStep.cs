namespace BcSalesSync.Engine.Ports.Endpoints.Units;

/// <summary>One step of a unit.</summary>
/// <param name="Table">The table it is about.</param>
public abstract record UnitStep(string Table);
