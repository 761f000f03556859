using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Schedule;

/// <summary>Changes how often entries of the schedule run, or holds them.</summary>
[Cmdlet(VerbsCommon.Set, "BcSyncSchedule", SupportsShouldProcess = true)]
[OutputType(typeof(BcScheduleEntry))]
public sealed class SetBcSyncScheduleCommand : ScheduleCommand
{
    /// <summary>Names of entries, with wildcards; Get-BcSyncSchedule lists them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ScheduleEntryCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Minutes between runs, 1 or more.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? IntervalMinutes { get; set; }

    /// <summary>Minutes to the next run after one that found nothing to do, unless something changes before; 0 for none without a change.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? IdleMinutes { get; set; }

    /// <summary>Whether the entry is left out until further notice.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public bool? OnHold { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var name in Name.SelectMany(EntriesOf))
        {
            if (!Streams.ShouldProcess(name, "Change the schedule"))
                continue;
            var change = new ScheduleChange { Name = name, IntervalMinutes = IntervalMinutes, IdleMinutes = IdleMinutes, OnHold = OnHold };
            RunFor(name, async (pump, cancellation) => pump.Output(await Session.Schedule.SetAsync(change, cancellation)));
        }
    }

    private IReadOnlyList<string> EntriesOf(string typed)
    {
        var names = NamesOf(typed, Session.Schedule.GetAsync, entry => entry.Name);
        if (names.Count == 0 && !IsPattern(typed))
        {
            Streams.Error(MissingEntry(typed));
        }

        return names;
    }
}
