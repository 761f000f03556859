using System.Net;
using BcSalesSync.Sandbox.BusinessCentral;
using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Faults;
using BcSalesSync.Sandbox.Identity;
using BcSalesSync.Sandbox.Limits;
using BcSalesSync.Sandbox.Sales;

namespace BcSalesSync.Sandbox;

/// <summary>
/// Both simulated systems and their control API behind one HTTP handler: give it to an <see cref="HttpClient"/>, or serve
/// <see cref="HandleAsync"/> over a socket. Safe for concurrent requests, which are worked on one at a time.
/// </summary>
public sealed class SandboxHandler : HttpMessageHandler
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SandboxWorld _world;
    private readonly IReadOnlyList<ISimulatedSystem> _systems;
    private readonly ControlApi _control;
    private readonly SandboxState _state;
    private readonly LimitBook _limits;

    /// <summary>Starts a sandbox with the default options, seed <c>cronus</c>.</summary>
    public SandboxHandler()
        : this(new SandboxOptions())
    {
    }

    /// <summary>Starts a sandbox: from its data file when that exists, else from the seed.</summary>
    /// <exception cref="ArgumentException">The seed is unknown.</exception>
    public SandboxHandler(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _world = SandboxWorld.Create(options);
        _systems = [new BusinessCentralSystem(_world), new SalesSystem(_world), .. SignInServiceOf(options)];
        _limits = new LimitBook(_world);
        _state = new SandboxState(_world, _systems);
        _control = new ControlApi(_world, _systems, Reset);
        _state.Start();
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

        var response = ControlApi.Owns(address)
            ? await ControlAsync(request, address, cancellationToken).ConfigureAwait(false)
            : _systems.FirstOrDefault(system => system.Owns(address)) is { } system
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
            _state.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Reset(string? seed, DateTimeOffset? now)
    {
        _state.Reset(seed, now);
        _limits.Clear();
    }

    private IEnumerable<ISimulatedSystem> SignInServiceOf(SandboxOptions options) =>
        options.SignIn is { } signIn ? [new SignInSystem(_world, signIn)] : [];

    private static HttpResponseMessage Refusal(ISimulatedSystem system, FaultRule rule)
    {
        var response = system.Refuse((HttpStatusCode)rule.Status!.Value, rule.Code, rule.Message);
        if (rule.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = new System.Net.Http.Headers.RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        }

        return response;
    }

    private static HttpResponseMessage Refusal(ISimulatedSystem system, LimitRefusal refusal, LimitedStay stay)
    {
        var response = system.Refuse(refusal.Status, refusal.Code, refusal.Message);
        if (refusal.RetryAfter is { } pause)
        {
            response.Headers.RetryAfter = new System.Net.Http.Headers.RetryConditionHeaderValue(pause);
        }

        stay.Mark(response);
        return response;
    }

    private async Task<HttpResponseMessage> ControlAsync(HttpRequestMessage request, Uri address, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body = request.Content is null
            ? default
            : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _control.Answer(request.Method, address, body);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(
        ISimulatedSystem system, HttpRequestMessage request, Uri address, CancellationToken cancellationToken)
    {
        _world.Requests.Request(system.Name, request.Method.Method, system.SetOf(address));
        using var stay = await _limits.EnterAsync(system, request, cancellationToken).ConfigureAwait(false);
        if (stay?.Refusal is { } refusal)
        {
            _world.Requests.Rejection(system.Name);
            return Refusal(system, refusal, stay);
        }

        var response = await WorkAsync(system, request, address, stay, cancellationToken).ConfigureAwait(false);
        if (stay?.AtAnswer() is { } late)
        {
            response.Dispose();
            return Refusal(system, late, stay);
        }

        stay?.Mark(response);
        return response;
    }

    private async Task<HttpResponseMessage> WorkAsync(
        ISimulatedSystem system, HttpRequestMessage request, Uri address, LimitedStay? stay, CancellationToken cancellationToken)
    {
        await WaitAsync(_world.Options.Latency, cancellationToken).ConfigureAwait(false);
        var fault = _world.Faults.Take(system.Name, request.Method.Method, address.PathAndQuery);
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

        if (stay?.AtWork() is { } overdue)
        {
            return Refusal(system, overdue, stay);
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
