using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>Processes active and won quotes of Sales in Business Central: those that are named, or all of them.</summary>
[Cmdlet(VerbsData.Import, "BcSalesQuote", SupportsShouldProcess = true)]
[OutputType(typeof(BcDocumentResult))]
public sealed class ImportBcSalesQuoteCommand : DocumentCommand
{
    private protected override DocumentKind Kind => DocumentKind.Quote;

    private protected override string Deed => "Process in Business Central";

    private protected override IAsyncEnumerable<BcDocumentResult> WorkAsync(
        DocumentRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        Session.Documents.ImportQuotesAsync(request, observer, cancellationToken);
}
