using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>Sends the figures of customers, such as balance and sales, and the payment states of their invoices to Sales.</summary>
[Cmdlet(VerbsData.Update, "BcAccountStatistics", SupportsShouldProcess = true)]
[OutputType(typeof(BcStatisticsResult))]
public sealed class UpdateBcAccountStatisticsCommand : GatheringCommand
{
    /// <summary>Numbers of customers; all that are coupled when nothing is named.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("No", "Number", "CustomerNo")]
    [ArgumentCompleter(typeof(MappedNumberCompleter))]
    public string[]? BcNo { get; set; }

    /// <summary>SystemId of the customer, a GUID.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SystemId")]
    public string? BcId { get; set; }

    private protected override string Noun => "Customer";

    private protected override string IdField => nameof(BcId);

    private protected override string NumberField => nameof(BcNo);

    // One run sends them page by page.
    private protected override int Most => int.MaxValue;

    /// <summary>Gathers the customers that are named.</summary>
    protected override void ProcessRecord() => Gather(BcId, BcNo);

    private protected override void Process(IReadOnlyList<Guid> recordIds, IReadOnlyList<string> recordNumbers) =>
        Process(Describe(recordIds, recordNumbers), new StatisticsRequest { BcIds = recordIds, BcNos = recordNumbers });

    private protected override void ProcessAll() => Process("All coupled customers", new StatisticsRequest());

    private void Process(string target, StatisticsRequest request)
    {
        if (Streams.ShouldProcess(target, "Update account statistics"))
            RunReported((pump, cancellation) => Session.Documents.UpdateStatisticsAsync(request, pump, cancellation), result => result.Error, InputOf);
    }

    private object InputOf(BcStatisticsResult result) => InputOf(result.Error?.BcId, result.BcNo, result);
}
