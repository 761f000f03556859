using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Listing;

/// <summary>Lists documents of Sales with how far they have come. Headers only, in pages.</summary>
internal sealed class DocumentListing(EngineParts parts)
{
    /// <summary>Documents that fit a query.</summary>
    public async IAsyncEnumerable<BcSalesDocument> FindAsync(DocumentQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kind = ListedKind.Of(query.Kind);
        var schema = await parts.Endpoints.Sales.GetSchemaAsync(kind.Shape.Table, cancellationToken).ConfigureAwait(false)
            ?? throw new SyncException(DocumentErrors.TableMissing(parts.Clock.GetUtcNow(), kind.Shape.Table));
        string[] columns = [.. kind.Columns.Where(schema.Columns.ContainsKey)];
        var company = (await parts.Endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId;
        var pages = query.SalesIds.Count > 0
            ? ByIdAsync(kind.Shape.Table, columns, query.SalesIds, cancellationToken)
            : parts.Endpoints.Sales.ReadAsync(kind.Shape.Table, columns, Filter(query, kind, company), cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var document in await ShowAsync(kind, page, cancellationToken).ConfigureAwait(false))
            {
                if (!query.Pending || document.Status is DocumentStatus.Pending or DocumentStatus.Failed)
                    yield return document;
            }
        }
    }

    private static Filter Filter(DocumentQuery query, ListedKind kind, Guid? company)
    {
        var conditions = new List<Filter> { MappingFilters.Parse(query.Pending ? kind.Waiting : ListedKind.OfCompany, company) };
        if (query.Number is { } number)
            conditions.Add(new Condition(kind.Shape.NumberColumn, FilterOperator.Like, FieldValue.Text(number)));
        if (query.Name is { } name)
            conditions.Add(new Condition("name", FilterOperator.Like, FieldValue.Text(name)));
        return conditions is [var only] ? only : new AllOf(conditions);
    }

    private async IAsyncEnumerable<IReadOnlyList<Record>> ByIdAsync(
        string table, string[] columns, IReadOnlyList<Guid> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Distinct().Chunk(100))
            yield return await parts.Endpoints.Sales.ReadByIdAsync(table, columns, chunk, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<BcSalesDocument>> ShowAsync(
        ListedKind kind, IReadOnlyList<Record> page, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. page.Select(row => row.Id)];
        var couplings = (await parts.State.Couplings.FindBySalesIdAsync(kind.Family, ids, cancellationToken).ConfigureAwait(false))
            .ToDictionary(coupling => coupling.SalesId);
        var pending = (await parts.State.Pending
            .FindAsync(kind.Mapping, SyncDirection.ToBusinessCentral, ids, cancellationToken).ConfigureAwait(false))
                .ToDictionary(record => record.SourceId);
        var names = await NamesAsync(page, cancellationToken).ConfigureAwait(false);
        var currencies = await CurrenciesAsync(page, cancellationToken).ConfigureAwait(false);
        return [.. page.Select(row => Show(new SalesDocument(kind.Shape, row, [])))];

        BcSalesDocument Show(SalesDocument document)
        {
            var coupling = couplings.GetValueOrDefault(document.Id);
            var (status, message) = kind.Judge(document, coupling, pending.GetValueOrDefault(document.Id));
            return new BcSalesDocument
            {
                Kind = document.Kind,
                SalesId = document.Id,
                Number = document.Number,
                Name = document.Header["name"].AsText(),
                CustomerName = document.Header["customerid"].AsId() is { } customer ? names.GetValueOrDefault(customer) : null,
                Amount = document.Header["totalamount"].AsNumber(),
                Currency = document.Header["transactioncurrencyid"].AsId() is { } currency ? currencies.GetValueOrDefault(currency) : null,
                State = document.StateName(),
                BcNo = coupling?.BcNo,
                Status = status,
                Message = message,
            };
        }
    }

    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyList<Record> page, CancellationToken cancellationToken)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var table in page.Select(row => row["customerid"].Raw).OfType<Lookup>().GroupBy(customer => customer.Table, customer => customer.Id))
        {
            var column = table.Key == "contact" ? "fullname" : "name";
            var rows = await parts.Endpoints.Sales.ReadByIdAsync(table.Key, [column], [.. table.Distinct()], cancellationToken)
                .ConfigureAwait(false);
            foreach (var row in rows)
                names[row.Id] = row[column].ToString();
        }

        return names;
    }

    private async Task<IReadOnlyDictionary<Guid, string>> CurrenciesAsync(IReadOnlyList<Record> page, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. page.Select(row => row["transactioncurrencyid"].AsId()).OfType<Guid>().Distinct()];
        var rows = ids.Length == 0 ? [] : await parts.Endpoints.Sales
            .ReadByIdAsync("transactioncurrency", ["isocurrencycode"], ids, cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id, row => row["isocurrencycode"].ToString());
    }
}
