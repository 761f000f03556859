namespace BcSalesSync.Sandbox.Sales.Schema;

// One option of a choice column. A status option belongs to a state.
internal sealed record Choice(int Value, string Label, int? State = null);
