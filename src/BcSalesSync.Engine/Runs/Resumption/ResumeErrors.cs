using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Resumption;

/// <summary>Why a record that was named is not taken up again.</summary>
internal static class ResumeErrors
{
    /// <summary>Nothing failed that is named so.</summary>
    public static SyncException Unknown(CouplingQuery query) => new(ErrorCatalog.Create(
        default,
        "BcSync.Record.NothingToResume",
        FailureClass.Data,
        $"No skipped or failed record{(query.Mapping is null ? string.Empty : $" of mapping {query.Mapping}")} is named {Name(query.Records!)}.",
        "Get-BcCoupling -Skipped and Get-BcSyncError show what can be taken up again; Invoke-BcSyncNow synchronises a record at once.") with
    {
        Mapping = query.Mapping,
    });

    /// <summary>The pair lost a record and would only fail as before (scenario SKP-129).</summary>
    public static SyncException Broken(CouplingState coupling) => new(ErrorCatalog.Create(
        default,
        "BcSync.Record.PartnerGone",
        FailureClass.Data,
        $"{coupling.BcNo ?? coupling.BcId.ToString()} and {coupling.SalesName ?? coupling.SalesId.ToString()} cannot be taken up again: "
            + "one of the two was deleted.",
        $"Decide with Repair-BcCoupling -Mapping {coupling.Mapping.Typed()} -BcId {coupling.BcId} -Resolution RemoveCoupling, RestoreRecord or "
            + "DeleteRecord.") with
    {
        Mapping = coupling.Mapping,
        BcId = coupling.BcId,
        BcNo = coupling.BcNo,
        SalesId = coupling.SalesId,
        SalesName = coupling.SalesName,
    });

    private static string Name(RecordSelector records) => string.Join(
        " - ", new[] { records.BcNo ?? records.BcId?.ToString(), records.SalesName ?? records.SalesId?.ToString() }.OfType<string>());
}
