using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>Sends the stock of items to their products in Sales.</summary>
[Cmdlet(VerbsData.Update, "BcItemAvailability", SupportsShouldProcess = true)]
[OutputType(typeof(BcSyncResult))]
public sealed class UpdateBcItemAvailabilityCommand : GatheringCommand
{
    /// <summary>Numbers of items; those whose stock moved when nothing is named.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("No", "Number", "ItemNo")]
    [ArgumentCompleter(typeof(MappedNumberCompleter))]
    public string[]? BcNo { get; set; }

    /// <summary>SystemId of the item, a GUID.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SystemId")]
    public string? BcId { get; set; }

    private protected override string Noun => "Item";

    private protected override string IdField => nameof(BcId);

    private protected override string NumberField => nameof(BcNo);

    // One run sends them page by page.
    private protected override int Most => int.MaxValue;

    /// <summary>Gathers the items that are named.</summary>
    protected override void ProcessRecord() => Gather(BcId, BcNo);

    private protected override void Process(IReadOnlyList<Guid> recordIds, IReadOnlyList<string> recordNumbers) =>
        Process(Describe(recordIds, recordNumbers), new AvailabilityRequest { BcIds = recordIds, BcNos = recordNumbers });

    private protected override void ProcessAll() => Process("Items whose stock moved", new AvailabilityRequest());

    private void Process(string target, AvailabilityRequest request)
    {
        if (Streams.ShouldProcess(target, "Send the stock to Sales"))
            RunReported((pump, cancellation) => Session.Documents.UpdateAvailabilityAsync(request, pump, cancellation), result => result.Error, InputOf);
    }

    private object InputOf(BcSyncResult result) => InputOf(result.BcId, result.BcNo, result);
}
