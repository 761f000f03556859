using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>A coupling as it is to be written.</summary>
/// <param name="Coupling">The coupling; its revision is that of the content it was made from.</param>
/// <param name="Place">Where it comes back to if it was taken out; null for any place.</param>
/// <param name="Next">The number of its new content.</param>
internal sealed record RevisedCoupling(CouplingState Coupling, long? Place, long Next)
{
    /// <summary>Columns that hold what a coupling is, and those by which it is found.</summary>
    public static IReadOnlyList<RowColumn<RevisedCoupling>> Stored { get; } =
    [
        Text("mapping", coupling => coupling.Mapping),
        Text("family", coupling => coupling.Family),
        Text("bc_id", coupling => StoredText.Of(coupling.BcId)),
        Text("sales_id", coupling => StoredText.Of(coupling.SalesId)),
        Text("bc_no", coupling => coupling.BcNo),
        Text("bc_no_key", coupling => StoredText.Key(coupling.BcNo)),
        Text("bc_name", coupling => coupling.BcName),
        Text("sales_name", coupling => coupling.SalesName),
        Text("sales_name_key", coupling => StoredText.Key(coupling.SalesName)),
        Text("bc_version", coupling => coupling.Bc?.Version),
        Number("bc_modified", coupling => coupling.Bc?.ModifiedAt?.UtcTicks),
        Text("bc_values", coupling => ValuesOf(coupling.Bc)),
        Text("sales_version", coupling => coupling.Sales?.Version),
        Number("sales_modified", coupling => coupling.Sales?.ModifiedAt?.UtcTicks),
        Text("sales_values", coupling => ValuesOf(coupling.Sales)),
        Number("to_sales_result", coupling => (long)coupling.ToSalesResult),
        Number("to_bc_result", coupling => (long)coupling.ToBusinessCentralResult),
        Text("to_sales_job", coupling => StoredText.Of(coupling.ToSalesJob)),
        Text("to_bc_job", coupling => StoredText.Of(coupling.ToBusinessCentralJob)),
        Number("skipped", coupling => coupling.Skipped ? 1 : 0),
        Text("error", coupling => coupling.Error),
        Number("last_synchronized", coupling => coupling.LastSynchronized?.UtcTicks),
        Number("error_time", coupling => coupling.ErrorTime?.UtcTicks),
    ];

    private static TextColumn<RevisedCoupling> Text(string name, Func<CouplingState, string?> value) => new(name, row => value(row.Coupling));

    private static NumberColumn<RevisedCoupling> Number(string name, Func<CouplingState, long?> value) => new(name, row => value(row.Coupling));

    private static string? ValuesOf(SideState? side) => side is null ? null : ValuesText.Write(side.Values);
}
