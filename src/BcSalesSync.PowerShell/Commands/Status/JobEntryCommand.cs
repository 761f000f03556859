using System.Management.Automation;
using BcSalesSync.PowerShell.Completers;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Status;

/// <summary>A cmdlet that reads what jobs have left in the log.</summary>
public abstract class JobEntryCommand : LogCommand
{
    private protected JobEntryCommand()
    {
    }

    /// <summary>Id of the job that left them, a GUID; any job when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    public string? JobId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!TryReadId(JobId, nameof(JobId), out var job))
            return;
        foreach (var mapping in Mapping ?? [null!])
            RunFor(mapping, (pump, cancellation) => ReadAsync(pump, mapping, job, cancellation));
    }

    private protected abstract Task ReadAsync(CommandPump pump, string? mapping, Guid? job, CancellationToken cancellationToken);
}
