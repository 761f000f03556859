using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Connections;

/// <summary>What a command needs to sign in to both systems: exactly one of the ways, or a profile that names it.</summary>
public abstract class SignInCommand : BcCommand
{
    private protected const string ProfileSet = "Profile";
    private protected const string UrlSet = "Url";

    /// <summary>Id or verified domain of the tenant; taken from the address of Business Central online when not given.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public string? TenantId { get; set; }

    /// <summary>Id of the registered application, or of a user-assigned managed identity.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public string? ClientId { get; set; }

    /// <summary>Secret of the application.</summary>
    [Parameter(ParameterSetName = UrlSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    public SecureString? ClientSecret { get; set; }

    /// <summary>
    /// Ids of further applications with the permissions of the first: they share the requests to Business Central, which counts its
    /// limits for each. With a certificate it is the same one for all.
    /// </summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public string[]? AdditionalClientId { get; set; }

    /// <summary>Secrets of the further applications, in their order; not needed with a certificate.</summary>
    [Parameter(ParameterSetName = UrlSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    public SecureString[]? AdditionalClientSecret { get; set; }

    /// <summary>Name of the application's secret in a vault of SecretManagement.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public string? SecretName { get; set; }

    /// <summary>Vault of the secret; the default one when not given.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public string? SecretVault { get; set; }

    /// <summary>Name of the environment variable that holds the application's secret.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public string? SecretVariable { get; set; }

    /// <summary>Certificate of the application, with its private key.</summary>
    [Parameter(ParameterSetName = UrlSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Thumbprint of the application's certificate in the store My of the user or the machine.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public string? CertificateThumbprint { get; set; }

    /// <summary>File of the application's certificate with its private key, PFX or PEM.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public string? CertificatePath { get; set; }

    /// <summary>Password of the certificate's file.</summary>
    [Parameter(ParameterSetName = UrlSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>Signs in as the identity that Azure gives to this machine, account or function.</summary>
    [Parameter(ParameterSetName = UrlSet)]
    public SwitchParameter ManagedIdentity { get; set; }

    /// <summary>Signs in as a user who types a code in a browser on any machine.</summary>
    [Parameter(ParameterSetName = UrlSet)]
    public SwitchParameter DeviceCode { get; set; }

    /// <summary>Signs in as a user in a browser on this machine.</summary>
    [Parameter(ParameterSetName = UrlSet)]
    public SwitchParameter Interactive { get; set; }

    /// <summary>Access token as secure string, or a script block that returns one for the base address it is passed.</summary>
    [Parameter(ParameterSetName = UrlSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    public AccessTokenSource? AccessToken { get; set; }

    /// <summary>Address of the sign-in service; the one of the cloud that Sales is in when not given.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public Uri? Authority { get; set; }

    /// <summary>App ID URI of a Business Central on premises that takes sign-ins of Microsoft Entra.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public string? BusinessCentralAudience { get; set; }

    /// <summary>User and web service key of a Business Central on premises.</summary>
    [Parameter(ParameterSetName = UrlSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Credential]
    public PSCredential? BusinessCentralCredential { get; set; }

    internal SecretSource Secrets { get; set; } = new();

    /// <summary>The one way that was given; null where tokens are.</summary>
    private protected SignInMethod? GivenMethod()
    {
        (bool IsGiven, SignInMethod? Method)[] ways =
        [
            (AccessToken is not null, null),
            (ClientSecret is not null || SecretName is not null || SecretVariable is not null, SignInMethod.ClientSecret),
            (Certificate is not null || CertificateThumbprint is not null || CertificatePath is not null, SignInMethod.Certificate),
            (Streams.IsOn(nameof(ManagedIdentity)), SignInMethod.ManagedIdentity),
            (Streams.IsOn(nameof(DeviceCode)), SignInMethod.DeviceCode),
            (Streams.IsOn(nameof(Interactive)), SignInMethod.Interactive),
        ];
        if (ways.Where(way => way.IsGiven).ToArray() is [var only])
            return only.Method;
        Streams.Stop(Refuse(
            "BcSync.SignIn.NoMethod",
            ways.Any(way => way.IsGiven) ? "More than one way to sign in was given." : "There is no way to sign in.",
            "Give one of -ClientSecret, -SecretName, -SecretVariable, -Certificate, -CertificateThumbprint, -CertificatePath, "
                + "-ManagedIdentity, -DeviceCode, -Interactive and -AccessToken."));
        return null;
    }

    /// <summary>The sign-in of a profile with the secrets of this command; null where tokens are given.</summary>
    private protected SignIn? SignInOf(BcProfile profile) => MethodOf(profile) is not { } method ? null : new SignIn
    {
        Method = method,
        TenantId = profile.TenantId,
        ClientId = profile.ClientId,
        ClientSecret = method is SignInMethod.ClientSecret ? ClientSecret ?? SecretOf(profile) : null,
        Certificate = Certificate,
        CertificateThumbprint = profile.CertificateThumbprint,
        CertificatePath = profile.CertificatePath,
        CertificatePassword = CertificatePassword,
        Authority = profile.Authority,
        BusinessCentralAudience = profile.BusinessCentralAudience,
    };

    // What is typed wins over what the profile says.
    private SignInMethod? MethodOf(BcProfile profile) => this switch
    {
        { AccessToken: not null } => null,
        { ClientSecret: not null } => SignInMethod.ClientSecret,
        { Certificate: not null } => SignInMethod.Certificate,
        _ => profile.SignIn,
    };

    /// <summary>The sign-ins of a profile's further applications; none where it names none.</summary>
    private protected IReadOnlyList<SignIn> AdditionalSignInsOf(BcProfile profile, SignIn? first)
    {
        var ids = profile.AdditionalClientIds ?? [];
        var secrets = AdditionalClientSecret ?? [];
        if (ids.Count > 0 && first?.Method is SignInMethod.ClientSecret && secrets.Length != ids.Count)
        {
            Streams.Stop(Refuse(
                "BcSync.SignIn.AdditionalSecrets",
                $"There are {ids.Count} further applications and {secrets.Length} secrets for them.",
                "Give as many -AdditionalClientSecret as there are -AdditionalClientId, in the same order."));
        }

        // Without a sign-in of an application there is nothing to share, which the session refuses.
        first ??= new SignIn { Method = SignInMethod.ClientSecret };
        return [.. ids.Select((id, index) => first with { ClientId = id, ClientSecret = secrets.ElementAtOrDefault(index) })];
    }

    private SecureString? SecretOf(BcProfile profile)
    {
        if (profile.SecretName is null && profile.SecretVariable is null)
            return null;
        var (secret, trouble) = profile.SecretName is { } name
            ? Secrets.FromVault(this, name, profile.SecretVault)
            : Secrets.FromVariable(profile.SecretVariable!);
        if (secret is null)
            Streams.Stop(Refuse("BcSync.SignIn.NoSecret", trouble!, "Put the secret there, or give it with -ClientSecret."));
        return secret;
    }
}
