namespace BcSalesSync.Engine.Ports.Endpoints.Access;

/// <summary>How the signed-in user may work with a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rights">The rights that the system knows for the table, those the user lacks included.</param>
/// <param name="TakesSets">Whether new records can be sent many at once rather than one by one.</param>
public sealed record TableAccess(string Table, IReadOnlyList<TableRight> Rights, bool TakesSets);
