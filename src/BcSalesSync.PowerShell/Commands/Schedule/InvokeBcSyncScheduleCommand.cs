using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Schedule;

/// <summary>Runs what is due in the schedule, in dependency order; for runbooks. Entries that are named run now, due or not.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "BcSyncSchedule", SupportsShouldProcess = true)]
[OutputType(typeof(BcSyncJob))]
public sealed class InvokeBcSyncScheduleCommand : ConnectedCommand
{
    /// <summary>Names of entries to run now, with wildcards; what is due when not given.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ScheduleEntryCompleter))]
    public string[]? Name { get; set; }

    /// <summary>
    /// Time after which it ends at a checkpoint, such as 00:50:00 for fifty minutes, so that a runbook ends before its limit; what is left stays
    /// due. No limit when not given.
    /// </summary>
    [Parameter]
    [TimeBudget]
    public TimeSpan? TimeBudget { get; set; }

    /// <summary>Goes on with what becomes due, until Ctrl+C or the end of the time budget.</summary>
    [Parameter]
    public SwitchParameter Continuous { get; set; }

    /// <summary>
    /// Lets ORDER-STATUS or ARCHIVED-ORDERS, given with -Name, end more than ten orders at once that look deleted in Business Central.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Streams.IsOn(nameof(Force)) && Name is null)
        {
            Streams.Stop(Refuse(
                "BcSync.Schedule.ForceNeedsName",
                "-Force confirms what named entries may do, and no entry is named.",
                "Give the entry along, such as -Name ORDER-STATUS or -Name ARCHIVED-ORDERS."));
        }

        var request = new ScheduleRequest
        {
            Names = Name ?? [], TimeBudget = TimeBudget, Continuous = Streams.IsOn(nameof(Continuous)), Force = Streams.IsOn(nameof(Force)),
        };
        if (Streams.IsWhatIf)
            Describe(request);
        else if (Streams.ShouldProcess(Session.Connection.Name, Name is null ? "Run what is due" : $"Run {string.Join(", ", Name)}"))
            Run((pump, cancellation) => pump.OutputAsync(Session.Schedule.RunAsync(request, pump, cancellation), cancellation));
    }

    private void Describe(ScheduleRequest request)
    {
        var entries = new List<BcScheduleEntry>();
        Run(async (_, cancellation) =>
        {
            await foreach (var entry in Session.Schedule.PreviewAsync(request, cancellation))
                entries.Add(entry);
        });
        foreach (var entry in entries)
            Streams.ShouldProcess(entry.Name, entry.Description);
        if (entries.Count == 0)
            Streams.Verbose("Nothing is due.");
    }
}
