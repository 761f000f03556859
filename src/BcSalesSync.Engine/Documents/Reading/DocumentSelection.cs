using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Reading;

/// <summary>Reads the documents that a request names, or all that wait.</summary>
internal sealed class DocumentSelection(IEndpoint sales, DocumentShape shape)
{
    private readonly DocumentReader reader = new(sales, shape);

    /// <summary>Pages of documents.</summary>
    /// <param name="request">The request.</param>
    /// <param name="waiting">Condition for those that wait, with {company} where the company's row belongs.</param>
    /// <param name="cancellationToken">Stops between requests.</param>
    public async IAsyncEnumerable<IReadOnlyList<SalesDocument>> ReadAsync(
        DocumentRequest request, string waiting, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!request.Names)
        {
            var company = (await sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId;
            await foreach (var page in reader.ReadAsync(MappingFilters.Parse(waiting, company), cancellationToken).ConfigureAwait(false))
                yield return page;
            yield break;
        }

        foreach (var chunk in (await IdsAsync(request, cancellationToken).ConfigureAwait(false)).Chunk(100))
            yield return await reader.ReadAsync(chunk, cancellationToken).ConfigureAwait(false);
    }

    // A number that several revisions of a quote share names all of them.
    private async Task<IReadOnlyList<Guid>> IdsAsync(DocumentRequest request, CancellationToken cancellationToken)
    {
        if (request.Numbers.Count == 0)
            return [.. request.SalesIds.Distinct()];
        var numbers = request.Numbers.Distinct(StringComparer.OrdinalIgnoreCase).Select(FieldValue.Text).ToArray();
        var rows = await sales.ReadByValueAsync(shape.Table, [shape.NumberColumn], shape.NumberColumn, numbers, cancellationToken)
            .ConfigureAwait(false);
        return [.. request.SalesIds.Concat(rows.Select(row => row.Id)).Distinct()];
    }
}
