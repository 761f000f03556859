using System.Net;
using System.Text;
using System.Text.Json;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Reading;

// Reads sets in pages, single rows, and counts (wire-dataverse 2.1, E4).
internal sealed class SetReader(SalesModel model, DataStore store)
{
    private const string Paging = "odata.maxpagesize";
    private const string Annotating = "odata.include-annotations";

    // The service counts no further.
    private const int CountLimit = 5000;

    private RowFormat? _last;

    public SalesResponse ReadSet(SalesRequest request, SalesTable table)
    {
        QueryOptions.CheckForSet(request);
        var query = model.Parse(table, request.Options);
        var cookie = SkipCookie.Find(request.Options);
        var after = cookie is null ? null : PositionOf(cookie, query);
        var pageSize = query.Top is null ? request.Preferences.PageSize ?? Preferences.LargestPage : Preferences.LargestPage;
        var page = QueryRunner.Run(store[table.Table], query, pageSize, after);
        var next = page.Next is { } last ? new SkipCookie((cookie?.Page ?? 1) + 1, last.ToString()).LinkFrom(request) : null;
        var format = new RowFormat(query, request.Preferences, store);
        return new SalesResponse(HttpStatusCode.OK)
        {
            PreferenceApplied = request.Preferences.Applied(
                query.Top is null && request.Preferences.PageSize is not null ? [Paging, Annotating] : [Annotating]),
            Body = JsonBody.Object(writer =>
            {
                writer.WriteString("@odata.context", $"{request.Api}/$metadata#{table.SetName}{RowFormat.ContextList(query)}");
                WriteCounts(writer, request.Preferences, page.Count);
                writer.WriteStartArray("value");
                foreach (var row in page.Rows)
                {
                    format.Write(writer, row);
                }

                writer.WriteEndArray();
                if (next is not null)
                {
                    writer.WriteString("@odata.nextLink", next);
                }
            }),
        };
    }

    public SalesResponse ReadRow(SalesRequest request, SalesTable table, Guid id)
    {
        QueryOptions.CheckForRow(request);
        var row = store[table.Table].Find(id) ?? throw SalesError.Gone(table, id);
        return request.Header("If-None-Match") == RowFormat.ETagOf(row) && !request.Options.ContainsKey("$expand")
            ? new SalesResponse(HttpStatusCode.NotModified) { ETag = RowFormat.ETagOf(row) }
            : RowAnswer(request, table, row, HttpStatusCode.OK) with
            {
                ETag = RowFormat.ETagOf(row),
                PreferenceApplied = request.Preferences.Applied(Annotating),
            };
    }

    // A row as the body of an answer, with the columns the request selects.
    public SalesResponse RowAnswer(SalesRequest request, SalesTable table, Row row, HttpStatusCode status)
    {
        var query = model.Parse(table, request.Options);
        var format = FormatOf(query, request.Preferences);
        return new SalesResponse(status)
        {
            PreferenceApplied = request.Preferences.Applied("return", Annotating),
            Body = JsonBody.Object(writer =>
            {
                writer.WriteString("@odata.context", $"{request.Api}/$metadata#{table.SetName}{RowFormat.ContextList(query)}/$entity");
                format.WriteMembers(writer, row);
            }),
        };
    }

    public SalesResponse Count(SalesRequest request, SalesTable table)
    {
        var query = model.Parse(table, request.Options);
        return Number(Math.Min(QueryRunner.Count(store[table.Table], query), CountLimit));
    }

    public static SalesResponse Number(int count) => new(HttpStatusCode.OK)
    {
        ContentType = "text/plain",
        Body = Encoding.UTF8.GetBytes(count.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    };

    // The members of a batch mostly select the same.
    private RowFormat FormatOf(EntityQuery query, Preferences preferences)
    {
        if (_last?.Serves(query, preferences) != true)
        {
            _last = new RowFormat(query, preferences, store);
        }

        return _last;
    }

    private static void WriteCounts(Utf8JsonWriter writer, Preferences preferences, int? count)
    {
        if (count is { } exact)
        {
            writer.WriteNumber("@odata.count", Math.Min(exact, CountLimit));
        }

        if (preferences.Wants("Microsoft.Dynamics.CRM.totalrecordcount"))
        {
            writer.WriteNumber("@Microsoft.Dynamics.CRM.totalrecordcount", count is { } known ? Math.Min(known, CountLimit) : -1);
            writer.WriteBoolean("@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded", count > CountLimit);
            writer.WriteString("@Microsoft.Dynamics.CRM.globalmetadataversion", "50317842");
        }
    }

    private static Continuation PositionOf(SkipCookie cookie, EntityQuery query) =>
        Continuation.Parse(cookie.Position, [.. RowOrder.TermsOf(query).Select(term => term.Property.Type)]);
}
