using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;
using BcSalesSync.Sandbox;

namespace BcSalesSync.PowerShell.Tests.Diagnostics;

/// <summary>
/// A network on which services repeat what they were sent, as bad services do: refusals name the credentials, and so do refused parts of
/// batches. Remembers every secret that went over it.
/// </summary>
internal sealed class EchoingNetwork(SandboxHandler sandbox) : HttpMessageHandler
{
    private readonly HttpMessageInvoker invoker = new(sandbox, disposeHandler: false);

    /// <summary>Credentials that were sent.</summary>
    public HashSet<string> Sent { get; } = [];

    /// <summary>Answers that repeated one.</summary>
    public int Echoes { get; private set; }

    /// <summary>Sets of Business Central that refuse to be read.</summary>
    public string? Refused { get; set; }

    /// <summary>True to have the sign-in service refuse, too.</summary>
    public bool RefusesSignIn { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Sent)
        {
            if (request.Headers.Authorization?.Parameter is { } token)
                Sent.Add(token);
        }

        if (RefusesSignIn && address.AbsolutePath.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
        {
            var secret = HttpUtility.ParseQueryString(body)["client_secret"];
            return Refuse(HttpStatusCode.Unauthorized, JsonSerializer.Serialize(new
            {
                error = "invalid_client", error_description = $"AADSTS7000215: Invalid client secret '{secret}' provided.",
            }));
        }

        if (Refused is { } set && address.AbsolutePath.EndsWith(set, StringComparison.Ordinal))
            return Refuse(HttpStatusCode.Forbidden, Error($"Refused: {request.Headers.Authorization} for {address}"));
        var answer = await invoker.SendAsync(request, cancellationToken);
        if (answer.StatusCode is not HttpStatusCode.Unauthorized)
            return answer;
        answer.Dispose();
        return Refuse(HttpStatusCode.Unauthorized, Error($"Refused: {request.Headers.Authorization} for {address}"));
    }

    private static string Error(string message) => JsonSerializer.Serialize(new { error = new { code = "Authorization_Refused", message } });

    private HttpResponseMessage Refuse(HttpStatusCode status, string body)
    {
        Echoes++;
        return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
