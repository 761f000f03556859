namespace BcSalesSync.Engine.Ports.Endpoints.Units;

/// <summary>Writes a record.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Write">The write. A create that later steps refer to gives its id.</param>
public sealed record UnitWrite(string Table, RecordWrite Write) : UnitStep(Table)
{
    /// <summary>Records that are created with it and belong to it, in this order; only with a create, where the system offers that.</summary>
    public NestedRecords? Nested { get; init; }
}
