using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// Answers GET requests on pages.
internal sealed class BcReader(SandboxWorld world, BcApi api)
{
    private const int LargestPage = 20_000;

    public BcResponse Read(BcRequest request, BcAddress address)
    {
        if (address.Key is { } key)
        {
            var row = Find(address, key);
            return address.Part is null ? One(request, address, row) : Part(request, address, row);
        }

        return address.Part switch
        {
            null => Collection(request, address),
            "$count" => Count(request, address),
            _ => throw BcException.NoSegment(address.Part),
        };
    }

    public BcResponse One(BcRequest request, BcAddress address, Row row, HttpStatusCode status = HttpStatusCode.OK)
    {
        var query = api.Parse(address.Page, request.Query.Options);
        var context = $"{request.Base}/$metadata#{address.Prefix}{address.Page.Set.Name}{BcJson.Selection(query)}/$entity";
        return new BcResponse(status, BcJson.Write(writer =>
            BcJson.WriteRow(writer, row, query, world.Store, WantsMetadata(request), WantsMetadata(request) ? context : null)));
    }

    public Row Find(BcAddress address, Guid key)
    {
        var row = world.Store[address.Page.Set.Table].Find(key);
        return row is not null && (address.Page.Set.Shows?.Invoke(row) ?? true)
            ? row
            : throw BcException.NotFound(address.Page.Set.Table.Caption, key);
    }

    private static bool WantsMetadata(BcRequest request) =>
        request.Header("Accept")?.Contains("odata.metadata=none", StringComparison.OrdinalIgnoreCase) != true;

    private static int? PageSizeOf(BcRequest request)
    {
        var wish = (request.Header("Prefer") ?? "").Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(preference => preference.StartsWith("odata.maxpagesize=", StringComparison.OrdinalIgnoreCase));
        if (wish is null || !int.TryParse(wish.AsSpan(18), NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size == 0)
        {
            return null;
        }

        return size <= LargestPage
            ? size
            : throw new BcException(
                HttpStatusCode.RequestEntityTooLarge, "BadRequest", $"The page size {size} is larger than the maximum of {LargestPage}.");
    }

    private BcResponse Collection(BcRequest request, BcAddress address)
    {
        var query = api.Parse(address.Page, request.Query.Options);
        if (address.Page is { NeedsParent: true, Parent: { } parent }
            && !query.Bounds.Any(bound => bound.Values is not null
                && (bound.Column == parent || bound.Column == address.Page.Set.Table.Stamps.Id)))
        {
            throw BcException.Dialog("You must specify an Id or a Document Id to get the lines.");
        }

        var size = PageSizeOf(request);
        var data = world.Store[address.Page.Set.Table];
        var page = QueryRunner.Run(data, query, size ?? LargestPage, After(request, query));
        return Rows(request, address, query, page, size);
    }

    private static Continuation? After(BcRequest request, EntityQuery query) =>
        request.Query.Options.GetValueOrDefault("$skiptoken") is { } token
            ? Continuation.Parse(token, [.. RowOrder.TermsOf(query).Select(term => term.Property.Type)])
            : null;

    private BcResponse Part(BcRequest request, BcAddress address, Row row)
    {
        var navigation = address.Page.Set.Navigations.FirstOrDefault(candidate => candidate.Name == address.Part)
            ?? throw BcException.NoSegment(address.Part!);
        var target = new BcAddress($"{address.Prefix}{address.Page.Set.Name}({row.Id:D})/", api.Find(navigation.TargetSet)!, null, null);
        var partners = navigation.Follow(row);
        if (!navigation.IsCollection)
        {
            return partners.FirstOrDefault() is { } partner ? One(request, target, partner) : new BcResponse(HttpStatusCode.NoContent);
        }

        var query = api.Parse(target.Page, request.Query.Options);
        return Rows(request, target, query, new QueryPage([.. QueryRunner.All(partners, query)], null, null), null);
    }

    private BcResponse Count(BcRequest request, BcAddress address)
    {
        var query = api.Parse(address.Page, request.Query.Options);
        var count = QueryRunner.Count(world.Store[address.Page.Set.Table], query).ToString(CultureInfo.InvariantCulture);
        return new BcResponse(HttpStatusCode.OK, Encoding.UTF8.GetBytes(count)) { ContentType = "text/plain" };
    }

    private BcResponse Rows(BcRequest request, BcAddress address, EntityQuery query, QueryPage page, int? size)
    {
        var metadata = WantsMetadata(request);
        var body = BcJson.Write(writer =>
        {
            writer.WriteStartObject();
            if (metadata)
            {
                writer.WriteString(
                    "@odata.context", $"{request.Base}/$metadata#{address.Prefix}{address.Page.Set.Name}{BcJson.Selection(query)}");
            }

            if (page.Count is { } count)
            {
                writer.WriteNumber("@odata.count", count);
            }

            WriteRows(writer, query, page, metadata);
            if (page.Next is { } next)
            {
                writer.WriteString("@odata.nextLink", $"{request.Base}/{request.Path}?{request.Query.ContinuedAt(next.ToString())}");
            }

            writer.WriteEndObject();
        });
        return new BcResponse(HttpStatusCode.OK, body)
        {
            Headers = size is { } applied
                ? new Dictionary<string, string> { ["Preference-Applied"] = $"odata.maxpagesize={applied}" }
                : new Dictionary<string, string>(),
        };
    }

    private void WriteRows(Utf8JsonWriter writer, EntityQuery query, QueryPage page, bool metadata)
    {
        writer.WriteStartArray("value");
        foreach (var row in page.Rows)
        {
            BcJson.WriteRow(writer, row, query, world.Store, metadata);
        }

        writer.WriteEndArray();
    }
}
