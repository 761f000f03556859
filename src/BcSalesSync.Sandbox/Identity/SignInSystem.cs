using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Seeds;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Identity;

// The sign-in service beside the two systems: "signin" in the control API, so that faults and request counts reach it too.
internal sealed class SignInSystem(SandboxWorld world, SandboxSignIn signIn) : ISimulatedSystem
{
    private const string Device = "/oauth2/v2.0/devicecode";
    private const string Token = "/oauth2/v2.0/token";
    private const string Machine = "/metadata/identity/";
    private const string Configuration = "/.well-known/openid-configuration";

    private readonly TokenEndpoint _tokens = new(world, signIn);

    public string Name => "signin";

    public IReadOnlyList<Table> Tables => [];

    public void Load(Seed seed, UnitOfWork work)
    {
    }

    public bool Owns(Uri address) => address.AbsolutePath.StartsWith(Machine, StringComparison.Ordinal)
        || new[] { Device, Token, Configuration }.Any(end => address.AbsolutePath.EndsWith(end, StringComparison.Ordinal));

    public string SetOf(Uri address) => address.AbsolutePath.Split('/')[^1];

    public async Task<HttpResponseMessage> HandleAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        try
        {
            if (path.StartsWith(Machine, StringComparison.Ordinal))
            {
                return MachineToken(request, path);
            }

            RequireTenant(path.Split('/')[1]);
            if (path.EndsWith(Configuration, StringComparison.Ordinal))
            {
                return ControlJson.Answer(new SignInConfiguration(new Uri(request.RequestUri, $"/{signIn.TenantId}")));
            }

            var form = FormBody.Parse(await request.Content!.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
            return ControlJson.Answer(path.EndsWith(Device, StringComparison.Ordinal) ? _tokens.BeginDevice(form) : _tokens.Answer(form));
        }
        catch (SignInRefusal refusal)
        {
            return Error(HttpStatusCode.BadRequest, refusal.Error, refusal.Message);
        }
    }

    public HttpResponseMessage Refuse(HttpStatusCode status, string? code, string? message) =>
        Error(status, code ?? "temporarily_unavailable", message ?? "AADSTS90055: The service is busy.");

    public Table? FindTable(string set) => null;

    public Row WriteAsUser(UnitOfWork work, Table table, JsonElement values) => throw new NotSupportedException();

    public bool DeleteAsUser(UnitOfWork work, Table table, Guid id) => throw new NotSupportedException();

    public bool Play(EventRequest request, UnitOfWork work)
    {
        if (request.Type != "revokeTokens")
        {
            return false;
        }

        world.Tokens.Revoke(request.Text("claims"));
        return true;
    }

    public long NextVersion() => throw new NotSupportedException();

    private HttpResponseMessage MachineToken(HttpRequestMessage request, string path)
    {
        if (!path.EndsWith("/oauth2/token", StringComparison.Ordinal))
        {
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        }

        if (!signIn.HasManagedIdentity)
        {
            return Error(HttpStatusCode.BadRequest, "invalid_request", "Identity not found");
        }

        var query = FormBody.Parse(request.RequestUri!.Query.TrimStart('?'));
        return query.TryGetValue("client_id", out var client) && client != signIn.ClientId
            ? Error(HttpStatusCode.BadRequest, "invalid_request", "Identity not found")
            : ControlJson.Answer(_tokens.ForMachine(query["resource"]));
    }

    private void RequireTenant(string tenant)
    {
        if (tenant != signIn.TenantId)
        {
            throw new SignInRefusal("invalid_request", "AADSTS90002", $"Tenant '{tenant}' not found.");
        }
    }

    private static HttpResponseMessage Error(HttpStatusCode status, string error, string description)
    {
        var answer = ControlJson.Answer(new Dictionary<string, string> { ["error"] = error, ["error_description"] = description + " Trace ID: 1 Correlation ID: 2" });
        answer.StatusCode = status;
        return answer;
    }
}
