using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Synchronization;

/// <summary>Says what a synchronisation would do, and why. Writes nothing anywhere.</summary>
[Cmdlet(VerbsCommon.Get, "BcSyncPlan")]
[OutputType(typeof(BcPlannedAction))]
public sealed class GetBcSyncPlanCommand : SyncRequestCommand
{
    /// <summary>Plans a full synchronisation: every record, creating what is missing.</summary>
    [Parameter]
    public SwitchParameter Full { get; set; }

    private protected override void ProcessMapping(SyncNowRequest request) =>
        Plan(request with { Full = Streams.IsOn(nameof(Full)) });

    private protected override void ProcessRecords(string mapping, SyncDirection? direction, IReadOnlyList<RecordRow> rows) =>
        Plan(With(RequestFor(mapping, direction), rows));

    private void Plan(SyncNowRequest request) => RunFor(request, (pump, cancellation) =>
        pump.OutputAsync(Session.PlanAsync(request, pump, cancellation), cancellation));
}
