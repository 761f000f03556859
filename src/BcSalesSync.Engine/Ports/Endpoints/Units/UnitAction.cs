namespace BcSalesSync.Engine.Ports.Endpoints.Units;

/// <summary>Calls an action of a record, such as releasing an order.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Id">The record.</param>
/// <param name="Name">Name of the action, without name space.</param>
public sealed record UnitAction(string Table, Guid Id, string Name) : UnitStep(Table);
