using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Changes;

// Reads under change tracking: first the whole set, then what happened since a token (wire-dataverse 4, E12).
internal sealed class ChangeReader(SalesOrganization organization)
{
    private const string Tracking = "odata.track-changes";
    private const string Paging = "odata.maxpagesize";
    private const string Annotating = "odata.include-annotations";

    private readonly DataStore _store = organization.World.Store;
    private readonly ChangeLog _log = new(organization);

    public static bool IsAsked(SalesRequest request) => request.Preferences.TracksChanges || request.Options.ContainsKey("$deltatoken")
        || SkipCookie.Find(request.Options) is { Version: not null };

    public SalesResponse Read(SalesRequest request, SalesTable table)
    {
        CheckOptions(request, table);
        var query = organization.Model.Parse(table, request.Options);
        return request.Options.TryGetValue("$deltatoken", out var token)
            ? ReadChanges(request, table, query, _log.Check(DeltaToken.Parse(token)))
            : ReadAll(request, table, query);
    }

    // The number of changes since a token.
    public SalesResponse Count(SalesRequest request, SalesTable table)
    {
        CheckOptions(request, table);
        var since = _log.Check(DeltaToken.Parse(request.Options["$deltatoken"]));
        return SetReader.Number(_log.Read(table, since.Version, organization.LastVersion, int.MaxValue).Count);
    }

    private static void CheckOptions(SalesRequest request, SalesTable table)
    {
        if (!table.TracksChanges)
        {
            throw SalesError.NotTracked(table);
        }

        QueryOptions.CheckForSet(request);
        var refused = request.Options.Keys.FirstOrDefault(name => name is "$filter" or "$orderby" or "$expand" or "$top");
        if (refused is not null)
        {
            throw SalesError.OData($"The \"{refused[1..]}\" query parameter isn't supported when Change Tracking is enabled.");
        }
    }

    private SalesResponse ReadAll(SalesRequest request, SalesTable table, EntityQuery query)
    {
        var cookie = SkipCookie.Find(request.Options);
        var start = StartOf(cookie);
        var after = cookie is null
            ? null
            : Continuation.Parse(cookie.Position, [.. RowOrder.TermsOf(query).Select(term => term.Property.Type)]);
        var page = QueryRunner.Run(_store[table.Table], query, PageSize(request), after);
        var next = page.Next is { } last ? NextCookie(cookie, start, last.ToString()) : null;
        var format = new RowFormat(query, request.Preferences, _store);
        return Answer(request, table, query, start, next, isDelta: false, writer =>
        {
            foreach (var row in page.Rows)
            {
                format.Write(writer, row);
            }
        });
    }

    private SalesResponse ReadChanges(SalesRequest request, SalesTable table, EntityQuery query, DeltaToken since)
    {
        var cookie = SkipCookie.Find(request.Options);
        var start = StartOf(cookie);
        var after = cookie is null ? null : ChangePosition.Parse(cookie.Position);
        var pageSize = PageSize(request);
        var changes = _log.Read(table, since.Version, start.Version, pageSize + 1, after);
        var page = changes.Take(pageSize).ToList();
        var next = changes.Count > pageSize ? NextCookie(cookie, start, page[^1].ToString()) : null;
        var format = new RowFormat(query, request.Preferences, _store);
        return Answer(request, table, query, start, next, isDelta: true, writer =>
        {
            foreach (var change in page)
            {
                if (change.IsDeletion)
                {
                    WriteDeletion(writer, request, table, change.Row);
                }
                else
                {
                    format.Write(writer, change.Row);
                }
            }
        });
    }

    private static void WriteDeletion(Utf8JsonWriter writer, SalesRequest request, SalesTable table, Row deleted)
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", $"{request.Api}/$metadata#{table.SetName}/$deletedEntity");
        writer.WriteString("id", deleted.Id);
        writer.WriteString("reason", "deleted");
        writer.WriteEndObject();
    }

    private static SalesResponse Answer(
        SalesRequest request, SalesTable table, EntityQuery query, DeltaToken start, SkipCookie? next, bool isDelta,
        Action<Utf8JsonWriter> rows) =>
        new(HttpStatusCode.OK)
        {
            PreferenceApplied = request.Preferences.Applied(
                request.Preferences.PageSize is null ? [Tracking, Annotating] : [Tracking, Paging, Annotating]),
            Body = JsonBody.Object(writer =>
            {
                var context = $"{request.Api}/$metadata#{table.SetName}{RowFormat.ContextList(query)}";
                writer.WriteString("@odata.context", isDelta ? context + "/$delta" : context);
                if (next is null)
                {
                    writer.WriteString("@odata.deltaLink", DeltaLink(request, start));
                }

                writer.WriteStartArray("value");
                rows(writer);
                writer.WriteEndArray();
                if (next is not null)
                {
                    writer.WriteString("@odata.nextLink", next.LinkFrom(request));
                }
            }),
        };

    private static string DeltaLink(SalesRequest request, DeltaToken token)
    {
        var query = QueryString.Without(QueryString.Without(request.Query, "$skiptoken"), "$deltatoken");
        var option = (query.Length == 0 ? "?" : "&") + "$deltatoken=" + Uri.EscapeDataString(token.ToString());
        return $"{request.Api}/{request.ResourcePath}{query}{option}";
    }

    private static SkipCookie NextCookie(SkipCookie? cookie, DeltaToken start, string position) =>
        new((cookie?.Page ?? 1) + 1, position) { Version = start.Version, Moment = start.Moment };

    private static int PageSize(SalesRequest request) => request.Preferences.PageSize ?? Preferences.LargestPage;

    // What a read has seen when its first page began: changes made while it pages come with the next one.
    private DeltaToken StartOf(SkipCookie? cookie) => cookie is { Version: { } version, Moment: { } moment }
        ? new DeltaToken(version, moment)
        : new DeltaToken(organization.LastVersion, organization.World.Clock.SalesNow);
}
