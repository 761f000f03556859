using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Dataverse.ServiceClient.Reading;
using BcSalesSync.Endpoints.Dataverse.Errors;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Ports.Endpoints;
using Record = BcSalesSync.Engine.Records.Record;

namespace BcSalesSync.Dataverse.ServiceClient.Changes;

/// <summary>Follows a table's change tracking (spec/wire-dataverse.md 4). The service takes no filter with it, so it is applied here.</summary>
internal sealed class EntityChanges(IOrganization organization, int pageSize)
{
    /// <summary>Reads everything, or what changed since the cursor.</summary>
    /// <exception cref="CursorExpiredException">The cursor is too old, or was made for other columns or another transport.</exception>
    internal async IAsyncEnumerable<ChangePage> ReadAsync(
        TableDefinition table, ChangeRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var selection = EntityColumns.Of(table, request.Columns.Concat(request.Filter.Columns));
        var place = request.Cursor is null
            ? new EntityCursor { Columns = selection.Asked.Names }
            : Restore(request.Cursor, selection);
        for (var isLast = false; !isLast;)
        {
            var number = Math.Max(place.Page, 1);
            var page = await SendAsync(selection, place.Token, new OrgPaging(number, pageSize, place.Cookie), cancellationToken);
            isLast = !page.MoreRecords;
            place = isLast
                ? new EntityCursor { Columns = place.Columns, Token = page.DataToken }
                : place with { Page = number + 1, Cookie = page.PagingCookie };
            var rows = page.Changed.Select(selection.ToRecord).ToList();
            yield return new ChangePage([.. rows.Where(row => Passes(row, request))], Removed(page, rows), place.Write(), isLast);
        }
    }

    private async Task<OrgChanges> SendAsync(EntityColumns selection, string? token, OrgPaging paging, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await organization.ExecuteAsync(
                new OrgRequest("RetrieveEntityChanges", new Dictionary<string, object?>
                {
                    ["EntityName"] = selection.Table.Name, ["Columns"] = selection.Asked, ["DataVersion"] = token, ["PageInfo"] = paging,
                }),
                cancellationToken);
            return answer.Get<OrgChanges>("EntityChanges") ?? new OrgChanges([], []) { DataToken = token };
        }
        catch (OrganizationFaultException refused)
        {
            var failure = Faults.ToFailure(refused.Fault);
            throw failure.Is(ErrorCode.TokenExpired, ErrorCode.TrackingOff)
                ? new CursorExpiredException(SystemSide.Sales, failure)
                : new EndpointException(SystemSide.Sales, failure, refused);
        }
        catch (OrganizationLostException lost)
        {
            throw new EndpointException(SystemSide.Sales, Faults.ToFailure(lost), lost);
        }
    }

    private static EntityCursor Restore(string text, EntityColumns selection)
    {
        if (EntityCursor.TryRead(text) is not { } cursor)
            throw Unfit("The place where the last change read ended is not readable over this transport.");
        return selection.Asked.Names.All(cursor.Columns.Contains)
            ? cursor
            : throw Unfit("The columns to read have changed since the last change read.");
    }

    private static bool Passes(Record record, ChangeRequest request)
    {
        var bound = request.Cursor is null ? request.ModifiedSince : null;
        return request.Filter.Matches(record) && (bound is null || record.ModifiedAt is null || record.ModifiedAt >= bound);
    }

    /// <summary>A row that was deleted and created again under its id is listed both ways; the row itself says that it exists.</summary>
    private static IReadOnlyList<Guid> Removed(OrgChanges page, List<Record> rows) =>
        [.. page.Removed.Except(rows.Select(row => row.Id))];

    private static CursorExpiredException Unfit(string message) =>
        new(SystemSide.Sales, new EndpointFailure(FailureClass.Transient, "cursor", message));
}
