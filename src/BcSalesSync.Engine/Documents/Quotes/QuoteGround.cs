using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Quotes;

/// <summary>What is known about a page of quotes before anything is decided. Immutable.</summary>
internal sealed record QuoteGround
{
    private const string Order = "salesorder";
    private const string Number = "quotenumber";
    private static readonly string[] PartnerColumns = ["number", "status", "dataverseId"];

    /// <summary>Couplings by quote id.</summary>
    public required IReadOnlyDictionary<Guid, CouplingState> Couplings { get; init; }

    /// <summary>Won quotes that were processed to the end.</summary>
    public required IReadOnlySet<Guid> Marks { get; init; }

    /// <summary>Couplings of revised predecessors, by the number that all revisions of a quote share.</summary>
    public required IReadOnlyDictionary<string, CouplingState> Predecessors { get; init; }

    /// <summary>Coupled quotes in Business Central that are there, by id.</summary>
    public required IReadOnlyDictionary<Guid, Record> Partners { get; init; }

    /// <summary>Orders in Sales that were made of won quotes, by quote id.</summary>
    public required IReadOnlyDictionary<Guid, Record> Orders { get; init; }

    /// <summary>What is remembered of earlier failures, by quote id.</summary>
    public required IReadOnlyDictionary<Guid, PendingRecord> Pending { get; init; }

    /// <summary>Row of the company; null when there is none.</summary>
    public Guid? Company { get; init; }

    /// <summary>Reads it.</summary>
    public static async Task<QuoteGround> LoadAsync(
        EngineParts parts, BcDocumentForm form, IReadOnlyList<SalesDocument> quotes, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. quotes.Select(quote => quote.Id)];
        var couplings = await FindAsync(parts, DocumentFamily.Quotes, ids, cancellationToken).ConfigureAwait(false);
        var marks = await FindAsync(parts, DocumentFamily.WonQuotes, ids, cancellationToken).ConfigureAwait(false);
        var predecessors = await PredecessorsAsync(
            parts, [.. quotes.Where(quote => !couplings.ContainsKey(quote.Id) && quote.Amount("revisionnumber") > 0)], cancellationToken)
                .ConfigureAwait(false);
        Guid[] partners = [.. couplings.Values.Concat(predecessors.Values).Select(coupling => coupling.BcId).Distinct()];
        string[] columns = [.. PartnerColumns.Where(form.Headers.Columns.ContainsKey)];
        var rows = partners.Length == 0 ? [] : await parts.Endpoints.BusinessCentral
            .ReadByIdAsync(form.Headers.Name, columns, partners, cancellationToken).ConfigureAwait(false);
        var pending = await parts.State.Pending
            .FindAsync(DocumentFamily.QuoteMapping, SyncDirection.ToBusinessCentral, ids, cancellationToken).ConfigureAwait(false);
        return new QuoteGround
        {
            Couplings = couplings,
            Marks = marks.Keys.ToHashSet(),
            Predecessors = predecessors,
            Partners = rows.ToDictionary(row => row.Id),
            Orders = await OrdersAsync(parts, quotes, cancellationToken).ConfigureAwait(false),
            Pending = pending.ToDictionary(record => record.SourceId),
            Company = (await parts.Endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId,
        };
    }

    private static async Task<IReadOnlyDictionary<Guid, CouplingState>> FindAsync(
        EngineParts parts, string family, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        (await parts.State.Couplings.FindBySalesIdAsync(family, ids, cancellationToken).ConfigureAwait(false))
            .ToDictionary(coupling => coupling.SalesId);

    // Of several revisions it is the last coupled one that has the quote.
    private static async Task<IReadOnlyDictionary<string, CouplingState>> PredecessorsAsync(
        EngineParts parts, IReadOnlyList<SalesDocument> revisions, CancellationToken cancellationToken)
    {
        if (revisions.Count == 0)
            return new Dictionary<string, CouplingState>();
        var numbers = revisions.Select(quote => FieldValue.Text(quote.Number)).Distinct().ToArray();
        var rows = await parts.Endpoints.Sales.ReadByValueAsync(
            DocumentShape.Quote.Table, [Number, "revisionnumber", "statecode", "statuscode"], Number, numbers, cancellationToken)
                .ConfigureAwait(false);
        Record[] revised = [.. rows.Where(row =>
            row["statecode"].AsNumber() is QuoteState.Closed && row["statuscode"].AsNumber() is QuoteState.Revised)];
        var couplings = await FindAsync(parts, DocumentFamily.Quotes, [.. revised.Select(row => row.Id)], cancellationToken).ConfigureAwait(false);
        return revised.Where(row => couplings.ContainsKey(row.Id))
            .GroupBy(row => row[Number].ToString())
            .ToDictionary(group => group.Key, group => couplings[group.MaxBy(row => row["revisionnumber"].AsNumber() ?? 0)!.Id]);
    }

    private static async Task<IReadOnlyDictionary<Guid, Record>> OrdersAsync(
        EngineParts parts, IReadOnlyList<SalesDocument> quotes, CancellationToken cancellationToken)
    {
        FieldValue[] won = [.. quotes.Where(quote => quote.State is QuoteState.Won).Select(quote => FieldValue.Id(quote.Id))];
        var rows = won.Length == 0 ? [] : await parts.Endpoints.Sales
            .ReadByValueAsync(Order, ["ordernumber", "quoteid", "statecode"], "quoteid", won, cancellationToken).ConfigureAwait(false);
        return rows.Where(row => row["quoteid"].AsId() is not null)
            .GroupBy(row => row["quoteid"].AsId()!.Value)
            .ToDictionary(group => group.Key, group => group.OrderBy(Rank).First());
    }

    // Of several orders the submitted one is meant, and a canceled one last.
    private static int Rank(Record order) => order["statecode"].AsNumber() switch { 1 => 0, 0 => 1, 2 => 3, _ => 2 };
}
