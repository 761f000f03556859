using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>Lists orders, quotes or invoices of Sales with how far they have come on their way to Business Central, and why no further.</summary>
[Cmdlet(VerbsCommon.Get, "BcSalesDocument")]
[OutputType(typeof(BcSalesDocument))]
public sealed class GetBcSalesDocumentCommand : ConnectedCommand
{
    /// <summary>Kind of the documents to list.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public DocumentKind Kind { get; set; }

    /// <summary>Numbers in Sales, with wildcards; all when not given.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DocumentCompleter))]
    public string[]? Number { get; set; }

    /// <summary>Names in Sales, with wildcards; all when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? Name { get; set; }

    /// <summary>Id of the row in Sales, a GUID.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? SalesId { get; set; }

    /// <summary>Only those that wait to be taken over, or failed.</summary>
    [Parameter]
    public SwitchParameter Pending { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!TryReadId(out var id))
            return;
        foreach (var (number, name) in Patterns())
        {
            var query = new DocumentQuery
            {
                Kind = Kind, Pending = Streams.IsOn(nameof(Pending)), Number = number, Name = name, SalesIds = id is { } given ? [given] : [],
            };
            Run((pump, cancellation) => pump.OutputAsync(Session.Documents.FindAsync(query, cancellation), cancellation));
        }
    }

    private IEnumerable<(string? Number, string? Name)> Patterns() =>
        from number in Given(Number) from name in Given(Name) select (number, name);

    private static IEnumerable<string?> Given(string[]? patterns) =>
        (patterns ?? []).Where(pattern => !string.IsNullOrWhiteSpace(pattern)).Select(pattern => (string?)pattern.Trim()).DefaultIfEmpty();

    private bool TryReadId(out Guid? id)
    {
        id = null;
        if (string.IsNullOrWhiteSpace(SalesId))
            return true;
        if (Guid.TryParse(SalesId, out var read))
        {
            id = read;
            return true;
        }

        Streams.Error(Refuse(
            "BcSync.Input.InvalidId", $"The field SalesId holds '{SalesId}', which is not an id.", "Give a GUID.", SalesId));
        return false;
    }
}
