using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Connecting;

// Makes the settings of a connection from what a verb was told: a profile, addresses, or a sandbox.
internal sealed class ConnectionReader(IProfileStore profiles, SecretPlaces secrets)
{
    public async Task<ConnectionSettings> ReadAsync(ConnectionRequest request, CancellationToken cancellationToken)
    {
        var hasAddresses = request.BusinessCentralUrl is not null || request.SalesUrl is not null;
        return (request.Sandbox, request.Profile, hasAddresses) switch
        {
            (true, null, false) => WithState(Sandbox(request), null, request),
            (false, { } name, false) => await OfKeptAsync(name, request, cancellationToken),
            (false, null, true) => WithState(OfProfile(Given(request), request), null, request),
            (false, null, false) => throw ConnectionSettingErrors.NoSystems(),
            _ => throw ConnectionSettingErrors.TooManySystems(),
        };
    }

    private async Task<ConnectionSettings> OfKeptAsync(string name, ConnectionRequest request, CancellationToken cancellationToken)
    {
        var profile = await profiles.GetAsync(name, cancellationToken);
        return WithState(OfProfile(profile, request), profile.StateConnection, request);
    }

    private ConnectionSettings WithState(ConnectionSettings settings, string? kept, ConnectionRequest request)
    {
        var given = secrets.Find(request.StateConnectionVariable, request.StateConnectionFile);
        var state = given ?? (request.State is null ? SecretPlaces.Secured(kept) : null);
        return state is null ? settings : settings with { StateConnectionString = state, StatePath = Full(request.State) };
    }

    private static ConnectionSettings Sandbox(ConnectionRequest request) => new()
    {
        Sandbox = true, SandboxPath = Full(request.SandboxData), Seed = request.Seed, StatePath = Full(request.State),
    };

    private static BcProfile Given(ConnectionRequest request) => new()
    {
        Name = string.Empty,
        BusinessCentralUrl = Address("--bc-url", request.BusinessCentralUrl),
        SalesUrl = Address("--sales-url", request.SalesUrl),
    };

    // What is told along with a profile wins over what the profile says.
    private ConnectionSettings OfProfile(BcProfile profile, ConnectionRequest request)
    {
        var method = MethodOf(profile, request);
        var signIn = request.AccessTokenVariable is null ? SignInOf(profile, request, method) : null;
        return new ConnectionSettings
        {
            BusinessCentralUrl = profile.BusinessCentralUrl,
            SalesUrl = profile.SalesUrl,
            Company = request.Company ?? profile.Company,
            TokenSource = request.AccessTokenVariable is { } variable ? (_, _) => Task.FromResult(secrets.FromVariable(variable)) : null,
            SignIn = signIn,
            AdditionalSignIns = signIn is { Method: SignInMethod.Certificate }
                ? [.. (profile.AdditionalClientIds ?? []).Select(id => signIn with { ClientId = id })]
                : [],
            StatePath = Full(request.State) ?? profile.StatePath,
        };
    }

    private static SignInMethod MethodOf(BcProfile profile, ConnectionRequest request)
    {
        (bool IsGiven, SignInMethod Method)[] ways =
        [
            (request.AccessTokenVariable is not null, default),
            (request.ClientSecretVariable is not null, SignInMethod.ClientSecret),
            (request.ClientSecretFile is not null, SignInMethod.ClientSecret),
            (request.CertificatePath is not null, SignInMethod.Certificate),
            (request.ManagedIdentity, SignInMethod.ManagedIdentity),
        ];
        return ways.Where(way => way.IsGiven).ToArray() switch
        {
            [var only] => only.Method,
            [] => profile.SignIn switch
            {
                null => throw ConnectionSettingErrors.NoWay(),
                SignInMethod.DeviceCode or SignInMethod.Interactive => throw ConnectionSettingErrors.NeedsAPerson(profile.Name, profile.SignIn.Value),
                { } kept => kept,
            },
            _ => throw ConnectionSettingErrors.TooManyWays(),
        };
    }

    private SignIn SignInOf(BcProfile profile, ConnectionRequest request, SignInMethod method)
    {
        var clientId = request.ClientId ?? profile.ClientId;
        if (clientId is null && method is not SignInMethod.ManagedIdentity)
            throw ConnectionSettingErrors.Missing("--client-id");
        return new SignIn
        {
            Method = method,
            TenantId = request.TenantId ?? profile.TenantId,
            ClientId = clientId,
            ClientSecret = method is SignInMethod.ClientSecret ? SecretOf(profile, request) : null,
            CertificateThumbprint = request.CertificatePath is null ? profile.CertificateThumbprint : null,
            CertificatePath = Full(request.CertificatePath) ?? profile.CertificatePath,
            CertificatePassword = request.CertificatePasswordFile is { } file ? SecretPlaces.FromFile(file) : null,
            Authority = profile.Authority,
            BusinessCentralAudience = profile.BusinessCentralAudience,
        };
    }

    private System.Security.SecureString SecretOf(BcProfile profile, ConnectionRequest request)
    {
        if (request.ClientSecretFile is { } file)
            return SecretPlaces.FromFile(file);
        if ((request.ClientSecretVariable ?? profile.SecretVariable) is { } variable)
            return secrets.FromVariable(variable);
        throw profile.SecretName is null ? ConnectionSettingErrors.NoWay() : ConnectionSettingErrors.InVault(profile.Name);
    }

    // People leave the scheme out as they do in a browser; what follows the path of an address that was pasted is no part of the place.
    private static Uri Address(string option, string? given)
    {
        if (given is null)
            throw ConnectionSettingErrors.Missing(option);
        var text = given.Contains("://", StringComparison.Ordinal) ? given : $"https://{given}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            throw ConnectionSettingErrors.NotAnAddress(option, given);
        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
            throw ConnectionSettingErrors.Insecure(option, address.Host);
        return new Uri(address.GetLeftPart(UriPartial.Path));
    }

    private static string? Full(string? path) => path is null ? null : Path.GetFullPath(path);
}
