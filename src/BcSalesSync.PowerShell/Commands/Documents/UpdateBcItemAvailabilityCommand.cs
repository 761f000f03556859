using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>Sends the stock of items to their products in Sales: of the items that are named, or of those whose stock moved since the last time.</summary>
[Cmdlet(VerbsData.Update, "BcItemAvailability", SupportsShouldProcess = true)]
[OutputType(typeof(BcSyncResult))]
public sealed class UpdateBcItemAvailabilityCommand : RecordCommand
{
    private readonly List<Guid> ids = [];
    private readonly List<string> numbers = [];
    private bool named;

    /// <summary>Gathers the items that are named: they travel together.</summary>
    protected override void ProcessRecord()
    {
        foreach (var row in ReadRows().Select(RequireRecord))
        {
            named |= row.NamesRecord || row.Input is not null;
            if (row.Error is not null)
                Streams.Error(row.Error);
            else if (row.Selector.BcId is { } id)
                ids.Add(id);
            else if (row.Selector.BcNo is { } number)
                numbers.Add(number);
            else if (row.NamesRecord)
                Streams.Error(Refuse("BcSync.Input.ItemMissing", "No item is named.", "Give -BcNo or -BcId.", row.Input));
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        var request = new AvailabilityRequest { BcIds = ids, BcNos = numbers };
        var count = ids.Count + numbers.Count;
        var target = count == 0 ? "Items whose stock moved" : count == 1 ? $"Item {(numbers is [var number, ..] ? number : ids[0].ToString())}" : $"{count} items";
        if ((!request.Names && (named || !AsksForAll)) || !Streams.ShouldProcess(target, "Send the stock to Sales"))
            return;
        Run(async (pump, cancellation) =>
        {
            await foreach (var result in Session.Documents.UpdateAvailabilityAsync(request, pump, cancellation))
            {
                pump.Output(result);
                if (result.Error is not null)
                    pump.Error(CommandError.From(result.Error, result));
            }
        });
    }
}
