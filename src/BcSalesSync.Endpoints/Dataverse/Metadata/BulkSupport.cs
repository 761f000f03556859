namespace BcSalesSync.Endpoints.Dataverse.Metadata;

/// <summary>Tables that take whole sets of rows in one message; found out at start, never assumed (spec/wire-dataverse.md 3.1).</summary>
/// <param name="Create">Logical names of tables that offer CreateMultiple.</param>
/// <param name="Update">Logical names of tables that offer UpdateMultiple.</param>
internal sealed record BulkSupport(IReadOnlySet<string> Create, IReadOnlySet<string> Update);
