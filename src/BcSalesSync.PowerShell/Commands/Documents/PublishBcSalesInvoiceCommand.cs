using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>Creates posted invoices of Business Central in Sales, with their lines, amounts and payment state.</summary>
[Cmdlet(VerbsData.Publish, "BcSalesInvoice", SupportsShouldProcess = true)]
[OutputType(typeof(BcDocumentResult))]
public sealed class PublishBcSalesInvoiceCommand : DocumentBatchCommand
{
    /// <summary>Numbers of posted invoices.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("No", "Number", "InvoiceNo")]
    [ArgumentCompleter(typeof(MappedNumberCompleter))]
    public string[]? BcNo { get; set; }

    /// <summary>SystemId of the posted invoice, a GUID.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SystemId")]
    public string? BcId { get; set; }

    private protected override string Noun => "Invoice";

    private protected override string IdField => nameof(BcId);

    private protected override string NumberField => nameof(BcNo);

    private protected override string Deed => "Create Invoice in Dynamics 365 Sales";

    /// <summary>Gathers the invoices that are named.</summary>
    protected override void ProcessRecord() => Gather(BcId, BcNo);

    // Every posted invoice there is would be too much of a good thing.
    private protected override void ProcessAll() => Streams.Error(Refuse(
        "BcSync.Input.InvoiceMissing", "No posted invoice is named: BcNo and BcId are both empty.",
        "Give -BcNo. What belongs to orders of Sales is sent by the job POSTEDSALESINV-INV: Invoke-BcSyncSchedule."));

    private protected override IAsyncEnumerable<BcDocumentResult> WorkAsync(
        IReadOnlyList<Guid> recordIds, IReadOnlyList<string> recordNumbers, bool preview, ISyncObserver observer, CancellationToken cancellationToken) =>
        Session.Documents.PublishInvoicesAsync(
            new InvoiceRequest { BcIds = recordIds, BcNos = recordNumbers, Preview = preview }, observer, cancellationToken);

    private protected override Guid? IdOf(BcDocumentResult result) => result.Error?.BcId;

    private protected override string? NumberOf(BcDocumentResult result) => result.BcNo;
}
