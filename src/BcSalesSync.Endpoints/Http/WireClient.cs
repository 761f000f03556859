using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports;
using BcSalesSync.Engine.Ports.Endpoints;
using Polly;
using Polly.Retry;

namespace BcSalesSync.Endpoints.Http;

/// <summary>
/// Sends requests to one system: through a gate, with a token, repeating what is safe to repeat. Answers come with their body read.
/// Cancellation ends waits and reads at once; a write under way is let finish, because its outcome must be known.
/// </summary>
internal sealed class WireClient : IDisposable
{
    private const int TooManyRequests = 429;

    private readonly HttpMessageInvoker http;
    private readonly Uri resource;
    private readonly HttpSettings settings;
    private readonly FailureRules rules;
    private readonly IIdSource ids;
    private readonly IReadOnlyList<WireIdentity> identities;
    private readonly LaneSet lanes;
    private readonly ServerClock clock;
    private readonly RequestTelemetry telemetry;
    private readonly ResiliencePipeline<Attempt> pipeline;

    /// <summary>Creates the client; the handler belongs to the caller.</summary>
    public WireClient(
        HttpMessageHandler handler, ITokenSource tokens, Uri resource, HttpSettings settings, FailureRules rules, IIdSource ids)
        : this(handler, [new WireIdentity(string.Empty, tokens)], resource, settings, rules, ids)
    {
    }

    /// <summary>Creates the client of several identities that share the load; the handler belongs to the caller.</summary>
    public WireClient(
        HttpMessageHandler handler,
        IReadOnlyList<WireIdentity> identities,
        Uri resource,
        HttpSettings settings,
        FailureRules rules,
        IIdSource ids)
    {
        http = new HttpMessageInvoker(handler, disposeHandler: false);
        this.identities = identities;
        this.resource = resource;
        this.settings = settings;
        this.rules = rules with { Secrets = settings.Secrets };
        this.ids = ids;
        Backoff = new Backoff(settings);
        clock = new ServerClock(settings.Time);
        lanes = new LaneSet(identities, resource, settings);
        telemetry = new RequestTelemetry(rules.Side, resource.Host);
        pipeline = BuildPipeline();
    }

    public SystemSide Side => rules.Side;

    /// <summary>Backoff for those who repeat parts of an answer themselves.</summary>
    public Backoff Backoff { get; }

    public HttpSettings Settings => settings;

    /// <summary>What the system's refusals mean, and what may not be told of them.</summary>
    public FailureRules Rules => rules;

    /// <summary>The time of the system; null when it never told it.</summary>
    public DateTimeOffset? ServerTime => clock.Now;

    /// <summary>Sends a request and gives the final answer, successful or not.</summary>
    /// <exception cref="AnswerLostException">A write was sent and no answer came.</exception>
    /// <exception cref="EndpointException">The system cannot be reached.</exception>
    public async Task<WireResponse> SendAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var attempt = await RunAsync(request, cancellationToken);
        if (attempt is { Verdict: not AttemptVerdict.Lost, Status: { } status })
        {
            var failure = status is >= 200 and < 300
                ? null
                : FailureReader.Read(rules, status, attempt.Body.Bytes.Span, ServiceIds.First(attempt.Headers), attempt.RetryAfter);
            return new WireResponse(status, attempt.Headers, attempt.Body, failure) { Pass = attempt.Pass, Rules = rules };
        }

        using (attempt.Body)
        {
            var lost = attempt.Verdict == AttemptVerdict.Lost;
            var code = attempt.Status?.ToString(CultureInfo.InvariantCulture) ?? (lost ? "AnswerLost" : "Unreachable");
            var text = lost
                ? $"The answer of {resource.Host} was lost; it may have carried out the request."
                : $"{resource.Host} cannot be reached: {attempt.Error?.Message}";
            var failure = new EndpointFailure(FailureClass.Transient, code, text, ServiceIds.First(attempt.Headers), attempt.RetryAfter);
            if (CertificateRefusal.Is(attempt.Error))
                failure = CertificateRefusal.Explain(resource.Host, attempt.Error!);
            throw lost ? new AnswerLostException(Side, failure, attempt.Error) : new EndpointException(Side, failure, attempt.Error);
        }
    }

    /// <summary>Sends a request that must succeed.</summary>
    /// <exception cref="EndpointException">It did not.</exception>
    public async Task<WireResponse> SendOrThrowAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var response = await SendAsync(request, cancellationToken);
        if (response.Failure is not { } failure)
            return response;
        response.Dispose();
        throw new EndpointException(Side, failure);
    }

    /// <summary>Gets a new token, after an answer inside a batch refused the one that the batch was sent with.</summary>
    /// <exception cref="EndpointException">There is none to be had.</exception>
    public async Task RenewTokenAsync(CancellationToken cancellationToken)
    {
        // Which identity carried the batch is not told, and a token that is new a little early does no harm.
        foreach (var identity in identities)
            await AuthorizeAsync(identity.Tokens, new TokenRequest(resource, Refresh: true), cancellationToken);
    }

    /// <summary>True for refusals after which the same request may succeed.</summary>
    public bool Passes(EndpointFailure failure) => rules.Passes(failure);

    /// <summary>Closes the lane for everybody, after an answer inside a batch asked for it.</summary>
    public void CloseFor(TimeSpan pause)
    {
        telemetry.AddThrottled();
        settings.Throttled?.Invoke(Side, pause);
        lanes.CloseFor(pause);
    }

    public void Dispose() => http.Dispose();

    private ResiliencePipeline<Attempt> BuildPipeline()
    {
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = settings.Time };
        if (settings.MaxAttempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = settings.MaxAttempts - 1,
                ShouldHandle = args => new ValueTask<bool>(MayRepeat(args.Outcome.Result, args.AttemptNumber)),
                DelayGenerator = args => new ValueTask<TimeSpan?>(PauseBeforeNext(args.Outcome.Result!, args.AttemptNumber)),
            });
        }

        return builder.Build();
    }

    private bool MayRepeat(Attempt? attempt, int failedAttempts) =>
        attempt?.Verdict == AttemptVerdict.Repeatable && !(attempt.RetryAfter > settings.MaxRetryAfter)
        && !(attempt.IsLockedOut && failedAttempts + 1 >= RepeatRules.MostWhenLockedOut);

    private TimeSpan PauseBeforeNext(Attempt attempt, int failedAttempts)
    {
        attempt.Body.Dispose();
        // The gate already holds back everybody, this request included, for as long as the service asked.
        return attempt.RetryAfter is null ? Backoff.Next(failedAttempts) : TimeSpan.Zero;
    }

    private async Task<Attempt> RunAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var exchange = new WireExchange(request, ids.NewId());
        return await pipeline.ExecuteAsync(async token => await AttemptAsync(exchange, token), cancellationToken);
    }

    private async Task<Attempt> AttemptAsync(WireExchange exchange, CancellationToken cancellationToken)
    {
        var lane = lanes.Choose();
        var pass = await EnterAsync(lane.Gate, exchange.Request.Weight, cancellationToken);
        try
        {
            var attempt = await SendOnceAsync(exchange, lane.Tokens, new TokenRequest(resource), cancellationToken);
            if (attempt.Status == 401)
            {
                attempt.Body.Dispose();
                var renewal = new TokenRequest(resource, Refresh: true, ClaimsChallenge.Read(attempt.Headers["WWW-Authenticate"]));
                attempt = await SendOnceAsync(exchange, lane.Tokens, renewal, cancellationToken);
            }

            if (attempt is { Verdict: not AttemptVerdict.Final, RetryAfter: { } pause })
            {
                settings.Throttled?.Invoke(Side, pause);
                lane.Gate.CloseFor(pause);
            }

            Adjust(lane.Gate, attempt, pass);
            return attempt with { Pass = pass };
        }
        finally
        {
            lane.Gate.Leave(pass);
        }
    }

    private async Task<LanePass> EnterAsync(LaneGate gate, int weight, CancellationToken cancellationToken)
    {
        try
        {
            return await gate.EnterAsync(this, weight, cancellationToken);
        }
        catch (LaneClosedException closed)
        {
            var seconds = Math.Ceiling(closed.Remaining.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            var text = $"{resource.Host} asked to be left alone for {seconds} s more.";
            var failure = new EndpointFailure(FailureClass.Transient, "LeftAlone", text, null, closed.Remaining);
            throw new EndpointException(Side, failure, closed);
        }
    }

    private static void Adjust(LaneGate gate, Attempt attempt, LanePass pass)
    {
        if (int.TryParse(attempt.Headers["x-ms-dop-hint"], NumberStyles.None, CultureInfo.InvariantCulture, out var recommended))
            gate.Follow(recommended);
        if (attempt.Status == TooManyRequests)
            pass.Narrow();
        else if (attempt.Status is < 500)
            gate.Widen();
    }

    private async Task<Attempt> SendOnceAsync(
        WireExchange exchange, ITokenSource tokens, TokenRequest authorization, CancellationToken cancellationToken)
    {
        var request = exchange.Request;
        using var message = request.ToMessage();
        message.Headers.TryAddWithoutValidation("client-request-id", exchange.Id.ToString());
        message.Headers.Authorization = await AuthorizeAsync(tokens, authorization, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        using var timeout = new CancellationTokenSource(request.IsRead ? settings.ReadTimeout : settings.WriteTimeout, settings.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, request.IsRead ? cancellationToken : default);
        var url = settings.Secrets.Remove(UrlRedaction.Redact(request.Address));
        using var span = telemetry.Start(request.Method.Method, url);
        var started = settings.Time.GetTimestamp();
        var attempt = await SendAsync(message, request, linked.Token);
        if (attempt.Error is not null && request.IsRead)
            cancellationToken.ThrowIfCancellationRequested();
        var trace = new HttpTrace(
            Side, request.Method.Method, url, attempt.Status, settings.Time.GetElapsedTime(started), exchange.Id, ServiceIds.First(attempt.Headers))
        {
            ServiceIds = [.. ServiceIds.All(attempt.Headers)],
            Resends = exchange.Sent++,
        };
        telemetry.End(span, trace);
        settings.Trace?.Invoke(trace);
        return attempt;
    }

    private async Task<Attempt> SendAsync(HttpRequestMessage message, WireRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.SendAsync(message, cancellationToken);
            var body = await PooledBody.ReadAsync(response.Content, cancellationToken);
            var status = (int)response.StatusCode;
            var headers = new WireHeaders(response.Headers, response.Content.Headers);
            clock.Hear(headers["Date"]);
            // A date is one of the service's clock, which may be apart from this one.
            var pause = RetryAfter.Parse(headers["Retry-After"], clock.Now ?? settings.Time.GetUtcNow());
            return Judge(new Attempt(RepeatRules.ForStatus(status, request), status, headers, body, pause, null), request);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            return new Attempt(RepeatRules.ForError(error, request.IsRead), null, WireHeaders.None, PooledBody.Empty, null, error);
        }
    }

    private Attempt Judge(Attempt attempt, WireRequest request)
    {
        var isRefusal = attempt is { Verdict: AttemptVerdict.Final, Status: >= 400 };
        if (!isRefusal || !rules.Passes(FailureReader.Read(rules, attempt.Status!.Value, attempt.Body.Bytes.Span)))
            return attempt;
        var verdict = request.IsRead || request.IsGuarded ? AttemptVerdict.Repeatable : AttemptVerdict.Lost;
        return attempt with { Verdict = verdict, IsLockedOut = true };
    }

    private async Task<AuthenticationHeaderValue> AuthorizeAsync(
        ITokenSource tokens, TokenRequest authorization, CancellationToken cancellationToken)
    {
        try
        {
            using var token = await tokens.GetTokenAsync(authorization, cancellationToken);
            var text = new NetworkCredential(string.Empty, token).Password;
            settings.Secrets.AddToken(text);
            return new AuthenticationHeaderValue(tokens.Scheme, text);
        }
        catch (SyncException refused)
        {
            var failure = new EndpointFailure(refused.Error.Class, "NoToken", refused.Message)
            {
                Advice = new FailureAdvice(refused.Error.ErrorId, refused.Error.RecommendedAction),
            };
            throw new EndpointException(Side, failure, refused);
        }
        catch (Exception error) when (error is not (OperationCanceledException or EndpointException))
        {
            var text = settings.Secrets.Remove($"No access token for {resource.Host} could be had: {error.Message}");
            var failure = new EndpointFailure(FailureClass.Fatal, "NoToken", text)
            {
                Advice = new FailureAdvice("BcSync.Connection.NoToken", "Mend what gives the token, such as the script of -AccessToken, and connect again."),
            };
            throw new EndpointException(Side, failure, settings.Secrets.AreIn(error.ToString()) ? null : error);
        }
    }
}
