using System.Net;

namespace BcSalesSync.Sandbox.Sales.Protocol;

// What the service says with a status nobody gave a reason for (wire-dataverse 5.4, E13).
internal static class DefaultRefusal
{
    public static string CodeOf(HttpStatusCode status) => (int)status switch
    {
        400 => "0x80040203",
        403 => "0x80040220",
        404 => "0x80040217",
        412 => "0x80060882",
        413 => "0x8004418A",
        429 => "0x80072322",
        500 => "0x80040224",
        503 => "0x80048544",
        _ => "",
    };

    public static string TextOf(HttpStatusCode status) => (int)status switch
    {
        401 => "Authentication is required.",
        403 => "Principal user is missing a privilege.",
        413 => "The request is too large.",
        429 => "Number of requests exceeded the limit of 6000 over time window of 300 seconds.",
        500 => "An unexpected error occurred.",
        503 => "The service is temporarily unavailable.",
        _ => "The request was refused.",
    };
}
