using System.Net;
using BcSalesSync.Sandbox.BusinessCentral;
using BcSalesSync.Sandbox.Faults;
using BcSalesSync.Sandbox.Seeds;

namespace BcSalesSync.Sandbox;

/// <summary>
/// Both simulated systems and their control API behind one HTTP handler: give it to an <see cref="HttpClient"/>, or serve
/// <see cref="HandleAsync"/> over a socket. Safe for concurrent requests.
/// </summary>
public sealed class SandboxHandler : HttpMessageHandler
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SandboxWorld _world;
    private readonly IReadOnlyList<ISimulatedSystem> _systems;

    /// <summary>Starts a sandbox with the default options, seed <c>cronus</c>.</summary>
    public SandboxHandler()
        : this(new SandboxOptions())
    {
    }

    /// <summary>Starts a sandbox.</summary>
    public SandboxHandler(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _world = SandboxWorld.Create(options);
        _systems = [new BusinessCentralSystem(_world)];
        LoadSeed(Seed.Find(options.Seed, _world.Clock.BcNow) ?? throw new ArgumentException($"There is no seed '{options.Seed}'.", nameof(options)));
    }

    /// <summary>Answers one request the way the addressed system would.</summary>
    /// <exception cref="SandboxConnectionDroppedException">A fault rule dropped the connection.</exception>
    public async Task<HttpResponseMessage> HandleAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = request.RequestUri ?? throw new ArgumentException("The request has no address.", nameof(request));
        if (request.Content is not null)
        {
            await request.Content.LoadIntoBufferAsync().ConfigureAwait(false);
        }

        var response = _systems.FirstOrDefault(system => system.Owns(address)) is { } system
            ? await AnswerAsync(system, request, address, cancellationToken).ConfigureAwait(false)
            : new HttpResponseMessage(HttpStatusCode.NotFound);
        response.RequestMessage = request;
        return response;
    }

    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        HandleAsync(request, cancellationToken);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gate.Dispose();
        }

        base.Dispose(disposing);
    }

    private void LoadSeed(Seed seed)
    {
        _world.Store.Clear();
        using var work = _world.Store.Begin();
        foreach (var system in _systems)
        {
            system.Load(seed, work);
        }

        work.Commit();
    }

    private static HttpResponseMessage Refusal(ISimulatedSystem system, FaultRule rule)
    {
        var response = system.Refuse((HttpStatusCode)rule.Status!.Value, rule.Code, rule.Message);
        if (rule.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = new System.Net.Http.Headers.RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        }

        return response;
    }

    private async Task<HttpResponseMessage> AnswerAsync(
        ISimulatedSystem system, HttpRequestMessage request, Uri address, CancellationToken cancellationToken)
    {
        await WaitAsync(_world.Options.Latency, cancellationToken).ConfigureAwait(false);
        _world.Requests.Request(system.Name, request.Method.Method, system.SetOf(address));
        var fault = _world.Faults.Take(system.Name, request.Method.Method, Uri.UnescapeDataString(address.PathAndQuery));
        switch (fault)
        {
            case { When: FaultMoment.Before, Status: not null }:
                return Refusal(system, fault);
            case { When: FaultMoment.Before }:
                throw new SandboxConnectionDroppedException();
            case { When: FaultMoment.Delay }:
                await WaitAsync(TimeSpan.FromMilliseconds(fault.Delay), cancellationToken).ConfigureAwait(false);
                break;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var response = await system.HandleAsync(request, cancellationToken).ConfigureAwait(false);
            return fault is { When: FaultMoment.After } ? throw new SandboxConnectionDroppedException() : response;
        }
        finally
        {
            _gate.Release();
        }
    }

    private Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        time > TimeSpan.Zero ? Task.Delay(time, _world.Options.TimeProvider, cancellationToken) : Task.CompletedTask;
}
