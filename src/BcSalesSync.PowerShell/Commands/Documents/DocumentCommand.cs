using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>A cmdlet that takes documents of Sales over: those that are named or come down the pipeline, or all that wait.</summary>
public abstract class DocumentCommand : DocumentBatchCommand
{
    private protected DocumentCommand()
    {
    }

    /// <summary>Numbers in Sales; all documents that wait when nothing is named.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DocumentCompleter))]
    public string[]? Number { get; set; }

    /// <summary>Id of the row in Sales, a GUID.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OrderId", "QuoteId")]
    public string? SalesId { get; set; }

    private protected abstract DocumentKind Kind { get; }

    private protected abstract IAsyncEnumerable<BcDocumentResult> WorkAsync(
        DocumentRequest request, ISyncObserver observer, CancellationToken cancellationToken);

    private protected override string Noun => Kind.ToString();

    private protected override string IdField => nameof(SalesId);

    private protected override string NumberField => nameof(Number);

    /// <summary>Gathers the documents that are named.</summary>
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is BcSalesDocument document && document.Kind != Kind)
        {
            Streams.Error(Refuse(
                "BcSync.Input.OtherKind", $"{document.Kind} {document.Number} is no {Kind.ToString().ToLowerInvariant()}.",
                $"Give documents of Get-BcSalesDocument -Kind {Kind}.", InputObject));
            return;
        }

        Gather(SalesId, Number);
    }

    private protected override void ProcessAll() => Process([], []);

    private protected override IAsyncEnumerable<BcDocumentResult> WorkAsync(
        IReadOnlyList<Guid> recordIds, IReadOnlyList<string> recordNumbers, bool preview, ISyncObserver observer, CancellationToken cancellationToken) =>
        WorkAsync(new DocumentRequest { SalesIds = recordIds, Numbers = recordNumbers, Preview = preview }, observer, cancellationToken);

    private protected override Guid? IdOf(BcDocumentResult result) => result.SalesId;

    private protected override string? NumberOf(BcDocumentResult result) => result.Number;
}
