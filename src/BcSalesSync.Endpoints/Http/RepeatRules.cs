namespace BcSalesSync.Endpoints.Http;

/// <summary>Says which attempts may be repeated (spec/wire-bc.md 4.2, spec/wire-dataverse.md 5.4).</summary>
internal static class RepeatRules
{
    /// <summary>How often a request is sent at most that another one locked out; the service advises few (spec/wire-bc.md 4.2).</summary>
    public const int MostWhenLockedOut = 4;

    /// <summary>What a status means for a request.</summary>
    public static AttemptVerdict ForStatus(int status, WireRequest request) => status switch
    {
        429 => AttemptVerdict.Repeatable,
        503 => request.IsRead || request.IsGuarded ? AttemptVerdict.Repeatable : AttemptVerdict.Lost,
        408 or 504 when request.IsDivisible => AttemptVerdict.Final,
        408 or 502 or 504 => request.IsRead ? AttemptVerdict.Repeatable : AttemptVerdict.Lost,
        500 => request.IsRead ? AttemptVerdict.Repeatable : AttemptVerdict.Final,
        _ => AttemptVerdict.Final,
    };

    /// <summary>What a broken connection means.</summary>
    public static AttemptVerdict ForError(Exception error, bool isRead) => error switch
    {
        _ when CertificateRefusal.Is(error) => AttemptVerdict.Final,
        _ when isRead || NeverLeft(error) => AttemptVerdict.Repeatable,
        _ => AttemptVerdict.Lost,
    };

    private static bool NeverLeft(Exception error) => error is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };
}
