using System.Net.Sockets;
using System.Text.RegularExpressions;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using Microsoft.Identity.Client;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>Says what a refusal of the sign-in service means.</summary>
internal static partial class SignInFailures
{
    /// <summary>The failure with its class, a stable id and the next step, without the secrets that the service may have repeated.</summary>
    public static EndpointFailure Explain(MsalException problem, SignInTarget target, KnownSecrets secrets)
    {
        var failure = Explain(problem, target);
        return failure with { Message = secrets.Remove(failure.Message) };
    }

    /// <summary>The sign-in service cannot be reached at all.</summary>
    public static EndpointFailure Unreachable(HttpRequestException problem, SignInTarget target) => CertificateRefusal.Is(problem)
        ? CertificateRefusal.Explain("The sign-in service", problem)
        : Failure(FailureClass.Transient, problem, "Unreachable", target, "BcSync.SignIn.Unreachable", SignInAdvice.TryAgain);

    /// <summary>True when the same question may be answered a little later.</summary>
    public static bool IsTransient(Exception? problem, HttpSettings settings) => problem switch
    {
        MsalException refused => IsBusy(refused) && !(Asked(refused, settings) > settings.MaxRetryAfter),
        HttpRequestException { InnerException: SocketException or IOException } => true,
        _ => false,
    };

    /// <summary>How long the service asked to be left alone; null when it did not.</summary>
    public static TimeSpan? PauseAsked(Exception? problem, HttpSettings settings) =>
        problem is MsalException refused ? Asked(refused, settings) : null;

    private static EndpointFailure Explain(MsalException problem, SignInTarget target)
    {
        var code = CodeOf(problem);
        if (SignInAdvice.ByCode.TryGetValue(code, out var known))
            return Failure(known.Class, problem, code, target, known.ErrorId, known.NextStep(target));
        return IsBusy(problem)
            ? Failure(FailureClass.Transient, problem, code, target, "BcSync.SignIn.Unreachable", SignInAdvice.TryAgain)
            : Failure(FailureClass.Fatal, problem, code, target, "BcSync.SignIn.Refused", SignInAdvice.Otherwise(target));
    }

    private static TimeSpan? Asked(MsalException problem, HttpSettings settings) =>
        (problem as MsalServiceException)?.Headers?.RetryAfter is { } header ? RetryAfter.Parse(header.ToString(), settings.Time.GetUtcNow()) : null;

    private static bool IsBusy(MsalException problem) =>
        problem is MsalServiceException { StatusCode: 408 or 429 or >= 500 } || problem.ErrorCode == MsalError.RequestTimeout;

    private static EndpointFailure Failure(
        FailureClass failureClass, Exception problem, string code, SignInTarget target, string errorId, string nextStep) =>
        new(
            failureClass,
            code,
            $"Signing in for {target.System} as {target.Application} failed: {Sentence(problem.Message)}",
            (problem as MsalServiceException)?.CorrelationId)
        {
            Advice = new FailureAdvice(errorId, nextStep),
        };

    private static string CodeOf(MsalException problem) =>
        EntraCode().Match(problem.Message) is { Success: true } found ? found.Value : problem.ErrorCode;

    // What follows is for the support: the ids stand in the failure by themselves.
    private static string Sentence(string message) => message.Split(" Trace ID:")[0].Split('\n')[0].Trim();

    [GeneratedRegex("AADSTS[0-9]+")]
    private static partial Regex EntraCode();
}
