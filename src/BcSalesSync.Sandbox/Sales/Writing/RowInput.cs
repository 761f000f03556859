using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Writing;

// What a client sent for one row: its columns by field, and its primary key when given.
internal sealed class RowInput
{
    private const int UsualColumns = 16;

    public Guid? Id { get; set; }

    public Dictionary<Field, object?> Values { get; } = new(UsualColumns);

    // The lines a new document brings along.
    public List<RowInput> Details { get; } = [];
}
