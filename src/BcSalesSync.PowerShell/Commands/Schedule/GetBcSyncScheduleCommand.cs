using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Schedule;

/// <summary>Shows the schedule: every mapping and job that runs by itself, how often, and when it is due.</summary>
[Cmdlet(VerbsCommon.Get, "BcSyncSchedule")]
[OutputType(typeof(BcScheduleEntry))]
public sealed class GetBcSyncScheduleCommand : ScheduleCommand
{
    /// <summary>Names of entries, with wildcards; all when not given.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ScheduleEntryCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var name in (Name ?? []).Cast<string?>().DefaultIfEmpty())
        {
            var found = false;
            Run(async (pump, cancellation) =>
            {
                await foreach (var entry in Session.Schedule.GetAsync(name, cancellation))
                {
                    found = true;
                    pump.Output(entry);
                }
            });
            if (!found && !IsStopping && name is not null && !IsPattern(name))
                Streams.Error(MissingEntry(name));
        }
    }
}
