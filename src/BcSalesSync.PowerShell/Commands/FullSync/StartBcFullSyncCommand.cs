using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.FullSync;

/// <summary>
/// Starts a full synchronisation: each mapping after those it depends on, the others side by side. It goes on in the background unless -Wait
/// is given.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "BcFullSync", SupportsShouldProcess = true, DefaultParameterSetName = BackgroundSet)]
[OutputType(typeof(BcFullSync), typeof(BcFullSyncLine), typeof(Job))]
public sealed class StartBcFullSyncCommand : BeginFullSyncCommand
{
    /// <summary>Names of the mappings to take; all when not given.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("MappingName", "Table", "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Mapping { get; set; }

    /// <summary>What to do; the recommendation of the review when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(FullSyncAction))]
    public FullSyncAction? Action { get; set; }

    private readonly List<string> mappings = [];

    /// <summary>Gathers the mappings: all that the pipeline names make one run.</summary>
    protected override void ProcessRecord() => mappings.AddRange(Mapping ?? []);

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        var request = new FullSyncRequest { Mappings = mappings, Action = Action, TimeBudget = TimeBudget };
        if (Streams.IsWhatIf)
            Describe(request);
        else if (Streams.ShouldProcess(mappings.Count == 0 ? "all mappings" : string.Join(", ", mappings), "Start full synchronisation"))
            BeginRun(cancellation => Session.StartFullSyncAsync(request, cancellation));
    }

    private void Describe(FullSyncRequest request)
    {
        var lines = new List<BcFullSyncLine>();
        Run(async (_, cancellation) =>
        {
            await foreach (var line in Session.PreviewFullSyncAsync(request, cancellation))
                lines.Add(line);
        });
        foreach (var line in lines)
            Streams.ShouldProcess(line.Mapping, $"Full synchronisation: {line.Action}");
    }
}
