namespace BcSalesSync.Sandbox.Tables;

// The columns every table has under the names of its system; always ordinals 0 to 3.
internal sealed record StampColumns(Column Id, Column Version, Column CreatedAt, Column ModifiedAt);
