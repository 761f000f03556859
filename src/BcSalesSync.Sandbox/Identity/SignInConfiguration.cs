using System.Text.Json.Serialization;

namespace BcSalesSync.Sandbox.Identity;

// What the sign-in service publishes of itself.
internal sealed record SignInConfiguration([property: JsonIgnore] Uri Tenant)
{
    [JsonPropertyName("issuer")]
    public string Issuer => $"{Tenant}/v2.0";

    [JsonPropertyName("token_endpoint")]
    public string TokenEndpoint => $"{Tenant}/oauth2/v2.0/token";

    [JsonPropertyName("device_authorization_endpoint")]
    public string DeviceEndpoint => $"{Tenant}/oauth2/v2.0/devicecode";

    [JsonPropertyName("authorization_endpoint")]
    public string AuthorizationEndpoint => $"{Tenant}/oauth2/v2.0/authorize";
}
