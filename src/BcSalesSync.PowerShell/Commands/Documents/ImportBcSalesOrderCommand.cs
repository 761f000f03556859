using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>Creates submitted orders of Sales in Business Central: those that are named, or all that wait.</summary>
[Cmdlet(VerbsData.Import, "BcSalesOrder", SupportsShouldProcess = true)]
[OutputType(typeof(BcDocumentResult))]
public sealed class ImportBcSalesOrderCommand : DocumentCommand
{
    private protected override DocumentKind Kind => DocumentKind.Order;

    private protected override string Deed => "Create in Business Central";

    private protected override IAsyncEnumerable<BcDocumentResult> WorkAsync(
        DocumentRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        Session.Documents.ImportOrdersAsync(request, observer, cancellationToken);
}
