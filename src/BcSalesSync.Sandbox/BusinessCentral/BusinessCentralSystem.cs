using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using BcSalesSync.Sandbox.BusinessCentral.Events;
using BcSalesSync.Sandbox.BusinessCentral.Pages;
using BcSalesSync.Sandbox.BusinessCentral.Protocol;
using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Limits;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Seeds;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral;

// Business Central: API v2.0 and, from tier 2 on, the companion API.
internal sealed class BusinessCentralSystem : ISimulatedSystem
{
    private readonly SandboxWorld _world;
    private readonly BcApi _standard;
    private readonly BcApi _companion;
    private int _correlations;

    public BusinessCentralSystem(SandboxWorld world)
    {
        _world = world;
        var sources = new PageSources(world.Store, world.Clock);
        var standard = StandardPages.Make(sources);
        var companion = CompanionPages.Make(sources);
        _standard = new BcApi(standard, BcModels.Standard(standard));
        _companion = new BcApi(companion, BcModels.Companion(companion));
    }

    public string Name => "bc";

    public IReadOnlyList<Table> Tables => BcTables.All;

    public bool Owns(Uri address) => address.AbsolutePath.StartsWith("/bc/", StringComparison.Ordinal);

    public IIdentityLimits LimitsOf(SandboxLimits limits) => new BcIdentityLimits(limits, _world.Clock);

    public string SetOf(Uri address) => BcRoute.Find(address) is { } route ? BcRoute.SetOf(route.Path) : "";

    public async Task<HttpResponseMessage> HandleAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (!AccessCheck.Allows(request, _world, Name))
        {
            var refusal = Refuse(HttpStatusCode.Unauthorized, "Authentication_InvalidCredentials", "The server has rejected the client credentials.");
            refusal.Headers.WwwAuthenticate.Add(AccessCheck.Challenge(_world));
            return refusal;
        }

        if (BcRoute.Find(address) is not { } route || (route.IsCompanion && _world.Options.Tier < 2))
        {
            return Refuse(HttpStatusCode.NotFound, "BadRequest_NotFound", "Bad Request - Error in query syntax.");
        }

        var dispatcher = new BcDispatcher(_world, route.IsCompanion ? _companion : _standard, NewCorrelation);
        QueryString query;
        try
        {
            query = QueryString.Parse(address.Query);
        }
        catch (BcException exception)
        {
            return Refuse(exception.Status, exception.Code, exception.Message);
        }

        var read = new BcRequest(request.Method.Method, route.Path, query, address.GetLeftPart(UriPartial.Authority), route.Route)
        {
            Headers = request.Headers.ToDictionary(
                header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase),
            Body = request.Content is null ? default : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false),
        };
        return ToHttp(Run(read, dispatcher));
    }

    public HttpResponseMessage Refuse(HttpStatusCode status, string? code, string? message)
    {
        if (code is null && message is null && (int)status is 502 or 503 or 504)
        {
            return new HttpResponseMessage(status)
            {
                Content = new StringContent("<html><body>Service unavailable</body></html>", Encoding.UTF8, "text/html"),
            };
        }

        var known = code ?? status switch
        {
            HttpStatusCode.TooManyRequests => "Application_TooManyRequests",
            HttpStatusCode.InternalServerError => "Internal_ServerError",
            HttpStatusCode.Unauthorized => "Authentication_InvalidCredentials",
            _ => "Unknown",
        };
        var text = message ?? (status == HttpStatusCode.TooManyRequests
            ? "Too many requests reached. Actual (101). Maximum (100)."
            : "The request was refused.");
        Guid? correlation = status == HttpStatusCode.TooManyRequests ? null : NewCorrelation();
        return ToHttp(new BcResponse(status, BcJson.Error(known, text, correlation)));
    }

    public Table? FindTable(string set) => BcTables.All.FirstOrDefault(table => table.Set == set);

    public Row WriteAsUser(UnitOfWork work, Table table, JsonElement values) => AsRules(() =>
    {
        var writer = new RecordWriter(new BcSession(_world, work, isPerson: true));
        Guid? id = values.TryGetProperty("id", out var given)
            && ValueReader.TryRead(given, ColumnType.Guid, out var read) ? (Guid?)read : null;
        var existing = id is { } known ? _world.Store[table].Find(known) : RowLookup.ByKey(_world.Store[table], values);
        var draft = existing is null ? writer.New(table, id) : new RowDraft(existing);
        foreach (var property in values.EnumerateObject().Where(property => property.Name != "id"))
        {
            WriteOne(writer, draft, property);
        }

        return existing is null ? writer.Insert(draft) : writer.Modify(draft);
    });

    public bool DeleteAsUser(UnitOfWork work, Table table, Guid id)
    {
        if (_world.Store[table].Find(id) is not { } row)
        {
            return false;
        }

        return AsRules(() =>
        {
            new RecordWriter(new BcSession(_world, work, isPerson: true)).Delete(row);
            return true;
        });
    }

    public bool Play(EventRequest request, UnitOfWork work) => AsRules(() => new BcEvents(_world).Play(request, work));

    public long NextVersion() => _world.Store.Next(BcSession.VersionCounter);

    public void Load(Seed seed, UnitOfWork work) => new BusinessCentralSeed(_world.Store, work).Load(seed);

    // A refusal in the words of the control API.
    private static T AsRules<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (BcException exception)
        {
            throw new SandboxRuleException(exception.Code, exception.Message);
        }
    }

    private HttpResponseMessage ToHttp(BcResponse answer)
    {
        var response = new HttpResponseMessage(answer.Status);
        response.Headers.Date = _world.Clock.BcNow;
        response.Headers.TryAddWithoutValidation("request-id", NewCorrelation().ToString("D"));
        if (answer.Body is { } body)
        {
            response.Content = new ReadOnlyMemoryContent(body);
            response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
            response.Headers.TryAddWithoutValidation("OData-Version", "4.0");
        }

        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    private void WriteOne(RecordWriter writer, RowDraft draft, JsonProperty property)
    {
        if (draft.Table == ContactTable.Table
            && BusinessPartner.All.FirstOrDefault(known => known.ContactProperty == property.Name) is { } partner
            && ValueReader.TryRead(property.Value, ColumnType.Guid, out var owner) && owner is not null)
        {
            new ContactSources(_world.Store).MoveTo(partner, writer, draft, owner);
            return;
        }

        var column = draft.Table.Find(property.Name)
            ?? throw new SandboxRuleException("BadRequest", $"The table {draft.Table.Name} has no column '{property.Name}'.");
        if (!ValueReader.TryRead(property.Value, column.Type, out var value) || value is null)
        {
            throw new SandboxRuleException("BadRequest", $"The value of '{property.Name}' does not fit its type {column.Type}.");
        }

        writer.Validate(draft, column, value);
    }

    private BcResponse Run(BcRequest request, BcDispatcher dispatcher)
    {
        if (request.Path.Trim('/') == "$batch")
        {
            return request.Method == "POST"
                ? new BcBatch(_world, dispatcher).Run(request)
                : dispatcher.Error(HttpStatusCode.MethodNotAllowed, "BadRequest_MethodNotAllowed", "Only POST is allowed here.");
        }

        using var work = _world.Store.Begin();
        var answer = dispatcher.Dispatch(request, work);
        if (answer.IsSuccess)
        {
            work.Commit();
        }

        return answer;
    }

    private Guid NewCorrelation() => SeedIds.Of("bc/correlation/" + (++_correlations).ToString(CultureInfo.InvariantCulture));
}
