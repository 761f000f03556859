namespace BcSalesSync.Endpoints.Http;

/// <summary>Says which attempts may be repeated (spec/wire-bc.md 4.2, spec/wire-dataverse.md 5.4).</summary>
internal static class RepeatRules
{
    public static AttemptVerdict ForStatus(int status, bool isRead) => status switch
    {
        429 or 503 => AttemptVerdict.Repeatable,
        408 or 502 or 504 => isRead ? AttemptVerdict.Repeatable : AttemptVerdict.Lost,
        500 => isRead ? AttemptVerdict.Repeatable : AttemptVerdict.Final,
        _ => AttemptVerdict.Final,
    };

    public static AttemptVerdict ForError(Exception error, bool isRead) =>
        isRead || NeverLeft(error) ? AttemptVerdict.Repeatable : AttemptVerdict.Lost;

    private static bool NeverLeft(Exception error) => error is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };
}
