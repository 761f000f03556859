using System.Net;
using System.Security;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using Microsoft.Identity.Client;
using Polly;
using Polly.Retry;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>Tokens of a sign-in for one of the systems. A throttled sign-in service is waited for, anything else it refuses is explained.</summary>
internal sealed class MsalTokenSource : ITokenSource, IDisposable
{
    // A service that nobody finds is more often a wrong address than a short outage, and somebody may be waiting for the answer.
    private const int RepetitionsWhenAway = 2;
    private static readonly TimeSpan LongestPauseWhenAway = TimeSpan.FromSeconds(1);

    // MSAL counts the pause that a service asks for from a moment later on, and refuses by itself whoever comes too early.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim renewing = new(1);
    private readonly ITokenFlow flow;
    private readonly SignInTarget target;
    private readonly HttpSettings settings;
    private readonly Backoff backoff;
    private readonly Backoff quick;
    private readonly ResiliencePipeline<AuthenticationResult> pipeline;
    private DateTimeOffset renewed = DateTimeOffset.MinValue;
    private string? renewedWith;

    public MsalTokenSource(ITokenFlow flow, SignInTarget target, HttpSettings settings)
    {
        this.flow = flow;
        this.target = target;
        this.settings = settings;
        backoff = new Backoff(settings);
        quick = new Backoff(settings with { MaxDelay = LongestPauseWhenAway });
        pipeline = BuildPipeline();
    }

    /// <inheritdoc/>
    public async Task<SecureString> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var result = request.Refresh
                ? await RenewAsync(request.Claims, cancellationToken)
                : await AcquireAsync(refresh: false, claims: null, cancellationToken);
            return new NetworkCredential(string.Empty, result.AccessToken).SecurePassword;
        }
        catch (MsalException problem)
        {
            var failure = SignInFailures.Explain(problem, target, settings.Secrets);
            throw new EndpointException(target.Side, failure, settings.Secrets.AreIn(problem.ToString()) ? null : problem);
        }
        catch (HttpRequestException problem)
        {
            throw new EndpointException(target.Side, SignInFailures.Unreachable(problem, target), problem);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => renewing.Dispose();

    private async Task<AuthenticationResult> RenewAsync(string? claims, CancellationToken cancellationToken)
    {
        await renewing.WaitAsync(cancellationToken);
        try
        {
            // A new token serves those only who want to see nothing in it that it was not asked for with.
            if (settings.Time.GetUtcNow() - renewed < TokenTimes.SharedFor && (claims is null || claims == renewedWith))
                return await AcquireAsync(refresh: false, claims: null, cancellationToken);
            var result = await AcquireAsync(refresh: true, claims, cancellationToken);
            renewed = settings.Time.GetUtcNow();
            renewedWith = claims;
            return result;
        }
        finally
        {
            renewing.Release();
        }
    }

    private async Task<AuthenticationResult> AcquireAsync(bool refresh, string? claims, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(async cancel => await flow.AcquireAsync(target.Resource, refresh, claims, cancel), cancellationToken);

    private ResiliencePipeline<AuthenticationResult> BuildPipeline()
    {
        var builder = new ResiliencePipelineBuilder<AuthenticationResult> { TimeProvider = settings.Time };
        if (settings.MaxAttempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<AuthenticationResult>
            {
                MaxRetryAttempts = settings.MaxAttempts - 1,
                ShouldHandle = args => new ValueTask<bool>(IsWorthRepeating(args.Outcome.Exception, args.AttemptNumber)),
                DelayGenerator = args => new ValueTask<TimeSpan?>(PauseBefore(args.Outcome.Exception, args.AttemptNumber)),
            });
        }

        return builder.Build();
    }

    private bool IsWorthRepeating(Exception? problem, int failedAttempts) =>
        SignInFailures.IsTransient(problem, settings) && !(problem is HttpRequestException && failedAttempts >= RepetitionsWhenAway);

    private TimeSpan PauseBefore(Exception? problem, int failedAttempts) => problem is HttpRequestException
        ? quick.Next(failedAttempts)
        : SignInFailures.PauseAsked(problem, settings) + Moment ?? backoff.Next(failedAttempts);
}
