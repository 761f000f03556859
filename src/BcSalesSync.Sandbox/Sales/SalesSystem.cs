using System.Globalization;
using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Limits;
using BcSalesSync.Sandbox.Sales.Batch;
using BcSalesSync.Sandbox.Sales.Events;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing;
using BcSalesSync.Sandbox.Seeds;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Sales;

// The simulated Dataverse organisation with its Web API.
internal sealed class SalesSystem : ISimulatedSystem
{
    // Longer queries have to be sent inside a batch.
    private const int AddressLimit = 32 * 1024;

    private readonly SandboxWorld _world;
    private readonly SalesOrganization _organization;
    private readonly RowWriter _writer;
    private readonly RowRemover _remover;
    private readonly OperationRouter _router;
    private readonly BatchRunner _batches;
    private readonly SalesEvents _events;
    private long _answers;

    public SalesSystem(SandboxWorld world)
    {
        _world = world;
        _organization = new SalesOrganization(world);
        _writer = new RowWriter(_organization);
        _remover = new RowRemover(_organization, _writer);
        _router = new OperationRouter(_organization, _writer, _remover);
        _batches = new BatchRunner(world, _router);
        _events = new SalesEvents(_organization, _writer);
    }

    public string Name => "sales";

    public IReadOnlyList<Table> Tables { get; } =
        [.. SalesSchema.All.SelectMany(table => new[] { table.Table, table.Deletions.Table }), SalesSchema.WaitingOption];

    public void Load(Seed seed, UnitOfWork work) => new SalesSeed(_organization, seed, work).Load();

    public bool Owns(Uri address) => SalesRequest.Owns(address);

    public IIdentityLimits LimitsOf(SandboxLimits limits) => new SalesIdentityLimits(limits, _world.Clock);

    public string SetOf(Uri address) => SetNames.Of(address);

    public async Task<HttpResponseMessage> HandleAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!AccessCheck.Allows(request, _world, Name))
        {
            var refusal = Refuse(HttpStatusCode.Unauthorized, null, null);
            refusal.Headers.WwwAuthenticate.Add(AccessCheck.Challenge(_world));
            return refusal;
        }

        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return ToMessage(await AnswerAsync(request, body, cancellationToken).ConfigureAwait(false));
        }
        catch (SalesException refusal)
        {
            return Refuse(refusal.Status, refusal.Code, refusal.Message);
        }
    }

    public HttpResponseMessage Refuse(HttpStatusCode status, string? code, string? message) =>
        ToMessage(ErrorAnswer.Of(status, code ?? DefaultRefusal.CodeOf(status), message ?? DefaultRefusal.TextOf(status), detailed: false));

    public Table? FindTable(string set) => SalesSchema.FindSet(set)?.Table;

    public Row WriteAsUser(UnitOfWork work, Table table, JsonElement values)
    {
        try
        {
            var sales = SalesSchema.Of(table);
            var input = new PayloadReader(_organization) { AllowsLookupValues = true }.Read(values, sales, new ContentReferences());
            var scope = new WriteScope(work, SalesOrganization.Administrator);
            return input.Id is { } id && _organization.Find(sales, id) is not null
                ? _writer.Update(scope, sales, id, input)
                : _writer.Create(scope, sales, input);
        }
        catch (SalesException refusal)
        {
            throw new SandboxRuleException(refusal.Code, refusal.Message);
        }
    }

    public bool DeleteAsUser(UnitOfWork work, Table table, Guid id)
    {
        var sales = SalesSchema.Of(table);
        if (_organization.Find(sales, id) is null)
        {
            return false;
        }

        try
        {
            _remover.Delete(new WriteScope(work, SalesOrganization.Administrator), sales, id);
            return true;
        }
        catch (SalesException refusal)
        {
            throw new SandboxRuleException(refusal.Code, refusal.Message);
        }
    }

    public bool Play(EventRequest request, UnitOfWork work)
    {
        try
        {
            return _events.Play(request, work);
        }
        catch (SalesException refusal)
        {
            throw new SandboxRuleException(refusal.Code, refusal.Message);
        }
    }

    public long NextVersion() => _organization.NextVersion();

    private async Task<SalesResponse> AnswerAsync(HttpRequestMessage message, byte[] body, CancellationToken cancellationToken)
    {
        if (message.RequestUri!.AbsoluteUri.Length > AddressLimit)
        {
            throw SalesError.AddressTooLong();
        }

        var request = new SalesRequest(message.Method.Method, message.RequestUri, HeaderList.Of(message), body);
        if (request.Path is [{ Name: "$batch" }])
        {
            return await _batches.RunAsync(request, cancellationToken).ConfigureAwait(false);
        }

        using var work = _world.Store.Begin();
        var response = _router.Handle(request, work);
        if (!response.Failed)
        {
            work.Commit();
        }

        return response;
    }

    private HttpResponseMessage ToMessage(SalesResponse response)
    {
        var message = new HttpResponseMessage(response.Status) { Content = new ByteArrayContent(response.Body) };
        if (response.Body.Length > 0)
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        }

        foreach (var (name, value) in response.Headers())
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Headers.Date = _world.Clock.SalesNow;
        var answer = Interlocked.Increment(ref _answers);
        message.Headers.TryAddWithoutValidation(
            "x-ms-service-request-id", SeedIds.Of("sales/answer/" + answer.ToString(CultureInfo.InvariantCulture)).ToString("D"));
        message.Headers.TryAddWithoutValidation("x-ms-dop-hint", "8");
        message.Headers.TryAddWithoutValidation("x-ms-ratelimit-burst-remaining-xrm-requests", "5999");
        message.Headers.TryAddWithoutValidation("x-ms-ratelimit-time-remaining-xrm-requests", "1,200.00");
        return message;
    }
}
