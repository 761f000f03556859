using System.Globalization;

namespace BcSalesSync.Sandbox.Identity;

// Gives tokens to the application, to its user and to the machine.
internal sealed class TokenEndpoint(SandboxWorld world, SandboxSignIn signIn)
{
    private const string BusinessCentral = "https://api.businesscentral.dynamics.com";

    // The second question after a code was typed is answered; the first one comes too early.
    private int _asked;

    private string UserId => signIn.UserId;

    public object Answer(IReadOnlyDictionary<string, string> form)
    {
        RequireClient(form);
        var system = SystemOf(form["scope"]);
        RequireClaims(form);
        switch (form["grant_type"])
        {
            case "client_credentials":
                ClientProof.Require(signIn, form, world.Clock.BcNow);
                return Token(system, form["client_id"]);
            case "urn:ietf:params:oauth:grant-type:device_code" or "device_code":
                return ++_asked < 2
                    ? throw new SignInRefusal("authorization_pending", "AADSTS70016", "The user has not typed the code yet.")
                    : Token(system, UserId, ofUser: true);
            case "refresh_token" when world.Tokens.KnowsRefresh(form["refresh_token"]):
                return Token(system, UserId, ofUser: true);
            default:
                throw new SignInRefusal("invalid_grant", "AADSTS700082", "The refresh token has expired or is unknown.");
        }
    }

    public object BeginDevice(IReadOnlyDictionary<string, string> form)
    {
        RequireClient(form);
        _asked = 0;
        return new Dictionary<string, object>
        {
            ["user_code"] = "SANDBOX1",
            ["device_code"] = "device-1",
            ["verification_uri"] = "https://microsoft.com/devicelogin",
            ["expires_in"] = 900,
            ["interval"] = 1,
            ["message"] = "Open https://microsoft.com/devicelogin and type the code SANDBOX1.",
        };
    }

    public object ForMachine(string resource) => new Dictionary<string, object>
    {
        ["access_token"] = Issue(SystemOf(resource), signIn.ClientId),
        ["expires_on"] = (world.Clock.BcNow + signIn.TokenLifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["resource"] = resource,
        ["token_type"] = "Bearer",
    };

    private Dictionary<string, object> Token(string system, string owner, bool ofUser = false)
    {
        var answer = new Dictionary<string, object>
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)signIn.TokenLifetime.TotalSeconds,
            ["access_token"] = Issue(system, owner),
        };
        if (ofUser)
        {
            answer["refresh_token"] = world.Tokens.IssueRefresh();
            answer["id_token"] = IdToken();
            answer["client_info"] = Base64Url.Json(new Dictionary<string, string> { ["uid"] = UserId, ["utid"] = signIn.TenantId });
        }

        return answer;
    }

    private string Issue(string system, string owner) => world.Tokens.Issue(system, owner, world.Clock.BcNow + signIn.TokenLifetime);

    private string IdToken() => string.Join('.', Base64Url.Json(new { alg = "none" }), Base64Url.Json(new Dictionary<string, string>
    {
        ["tid"] = signIn.TenantId, ["oid"] = UserId, ["sub"] = UserId, ["preferred_username"] = "admin@contoso.example", ["name"] = "Admin",
    }), Base64Url.Encode("none"));

    private void RequireClient(IReadOnlyDictionary<string, string> form)
    {
        if (form["client_id"] != signIn.ClientId && !signIn.AdditionalClientIds.Contains(form["client_id"]))
        {
            throw new SignInRefusal(
                "unauthorized_client", "AADSTS700016", $"Application with identifier '{form["client_id"]}' was not found in the directory.");
        }
    }

    private void RequireClaims(IReadOnlyDictionary<string, string> form)
    {
        if (world.Tokens.RequiredClaims is { } claims && form.GetValueOrDefault("claims") != claims)
        {
            throw new SignInRefusal("interaction_required", "AADSTS53003", "Access has been blocked by Conditional Access policies.");
        }
    }

    // "bc" or "sales", for what the scope names; openid and the like name nothing.
    private string SystemOf(string scope)
    {
        var resource = scope.Split(' ').First(part => part.Contains("://", StringComparison.Ordinal));
        var system = resource.StartsWith(BusinessCentral, StringComparison.OrdinalIgnoreCase) ? "bc" : "sales";
        return signIn.Consents.Contains(system)
            ? system
            : throw new SignInRefusal("invalid_grant", "AADSTS65001", "The user or administrator has not consented to use the application.");
    }
}
