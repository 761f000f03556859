using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using Record = BcSalesSync.Engine.Records.Record;

namespace BcSalesSync.Dataverse.ServiceClient.Reading;

/// <summary>Reads and counts rows by query (spec/wire-dataverse.md 2.1).</summary>
internal sealed class QueryReader(IOrganization organization, int pageSize)
{
    // Longer lists make a query that the service refuses (spec/wire-dataverse.md 5.3).
    private const int ValuesPerQuery = 100;

    /// <summary>Reads page by page what passes a filter.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        TableDefinition table, IReadOnlyList<string> columns, Filter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var split = QueryFilter.Of(filter, table);
        var selection = EntityColumns.Of(table, columns.Concat(split.Remainder?.Columns ?? []));
        await foreach (var page in ReadAsync(selection, split.Asked, cancellationToken))
            yield return split.Remainder is { } rest ? [.. page.Where(rest.Matches)] : page;
    }

    /// <summary>Reads rows one of whose columns holds one of the values.</summary>
    internal async Task<IReadOnlyList<Record>> ReadAsync(
        TableDefinition table,
        IReadOnlyList<string> columns,
        string column,
        IEnumerable<FieldValue> values,
        CancellationToken cancellationToken)
    {
        var selection = EntityColumns.Of(table, columns);
        var attribute = Selected(table, column);
        var found = new List<Record>();
        foreach (var chunk in values.Distinct().Chunk(ValuesPerQuery))
        {
            object[] given = [.. chunk.Where(value => !value.IsEmpty).Select(value => QueryValue.Of(value, attribute))];
            var conditions = new List<OrgCondition>();
            if (given.Length > 0)
                conditions.Add(new OrgCondition(column, OrgOperator.In, given));
            if (given.Length < chunk.Length)
                conditions.Add(new OrgCondition(column, OrgOperator.Null, []));
            await foreach (var page in ReadAsync(selection, new OrgFilter(false, conditions, []), cancellationToken))
                found.AddRange(page);
        }

        return found;
    }

    /// <summary>How many rows pass a filter, up to the service's own limit; where this side has to look itself, 1 for any.</summary>
    internal async Task<int> CountAsync(TableDefinition table, Filter filter, CancellationToken cancellationToken)
    {
        var split = QueryFilter.Of(filter, table);
        if (split.Remainder is not null)
        {
            await foreach (var page in ReadAsync(table, [], filter, cancellationToken))
            {
                if (page.Count > 0)
                    return 1;
            }

            return 0;
        }

        var query = new OrgQuery(table.Name, new OrgColumns([table.IdAttribute]), split.Asked, new OrgPaging(1, 1, CountsAll: true));
        var answer = await SendAsync(query, cancellationToken);
        return Math.Max(answer.TotalRecordCount, answer.Rows.Count);
    }

    private async IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        EntityColumns selection, OrgFilter? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var paging = new OrgPaging(1, pageSize);
        while (true)
        {
            var page = await SendAsync(new OrgQuery(selection.Table.Name, selection.Asked, filter, paging), cancellationToken);
            yield return [.. page.Rows.Select(selection.ToRecord)];
            if (!page.MoreRecords)
                yield break;
            paging = paging with { Number = paging.Number + 1, Cookie = page.PagingCookie };
        }
    }

    private async Task<OrgEntities> SendAsync(OrgQuery query, CancellationToken cancellationToken)
    {
        try
        {
            var request = new OrgRequest("RetrieveMultiple", new Dictionary<string, object?> { ["Query"] = query });
            return (await organization.ExecuteAsync(request, cancellationToken)).Get<OrgEntities>("EntityCollection")
                ?? new OrgEntities(query.Table, []);
        }
        catch (OrganizationFaultException refused)
        {
            throw new EndpointException(SystemSide.Sales, Faults.ToFailure(refused.Fault), refused);
        }
        catch (OrganizationLostException lost)
        {
            throw new EndpointException(SystemSide.Sales, Faults.ToFailure(lost), lost);
        }
    }

    private static AttributeDefinition Selected(TableDefinition table, string column) =>
        Endpoints.Dataverse.Reading.Selection.Of(table, [column]).Columns[0];
}
