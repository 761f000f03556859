namespace BcSalesSync.Engine.Records;

/// <summary>Reference to a row.</summary>
/// <param name="Table">Logical name or entity set of the table referred to.</param>
/// <param name="Id">Id of the row.</param>
public readonly record struct Lookup(string Table, Guid Id);
