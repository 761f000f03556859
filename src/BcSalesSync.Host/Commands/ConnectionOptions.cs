using System.CommandLine;
using BcSalesSync.Host.Connecting;

namespace BcSalesSync.Host.Commands;

// The options that say what to connect to, and where the secrets are kept.
internal sealed class ConnectionOptions(EnvironmentOptions options)
{
    private readonly Option<bool> sandbox = options.Switch("--sandbox", "Both systems simulated in this process, for rehearsals.");
    private readonly Option<string?> sandboxData = options.Text("--sandbox-data", "File that keeps the simulated systems.");
    private readonly Option<string?> seed = options.Text("--seed", "Data of the simulated systems to start with: empty, cronus or scale:N.");
    private readonly Option<string?> profile = options.Text("--profile", "Profile that Connect-BcSync -SaveProfile kept.");
    private readonly Option<string?> bcUrl = options.Text("--bc-url", "Address of Business Central, that in the browser or of its API v2.0.");
    private readonly Option<string?> salesUrl = options.Text("--sales-url", "Address of Sales, of the organisation or of the Dataverse Web API.");
    private readonly Option<string?> company = options.Text("--company", "Name or id of the company; not needed when there is only one.");
    private readonly Option<string?> tenant = options.Text("--tenant", "Id or domain of the tenant; taken from --bc-url where that names it.");
    private readonly Option<string?> clientId = options.Text("--client-id", "Id of the registered application, or of a user-assigned identity.");
    private readonly Option<string?> secretVariable = options.Text("--client-secret-variable", "Environment variable that holds the application's secret.");
    private readonly Option<string?> secretFile = options.Text("--client-secret-file", "File that holds the application's secret.");
    private readonly Option<string?> certificate = options.Text("--certificate-path", "File of the application's certificate with its key, PFX or PEM.");
    private readonly Option<string?> password = options.Text("--certificate-password-file", "File that holds the password of the certificate's file.");
    private readonly Option<bool> managed = options.Switch("--managed-identity", "Signs in as the identity that Azure gives to this machine.");
    private readonly Option<string?> tokenVariable = options.Text("--access-token-variable", "Environment variable that holds an access token.");
    private readonly Option<string?> state = options.Text("--state", "File of couplings and checkpoints; one in the user's own folder when not given.");

    private readonly Option<string?> stateVariable = options.Text(
        "--state-connection-variable", "Environment variable that holds the connection string of a state in PostgreSQL.");

    private readonly Option<string?> stateFile = options.Text(
        "--state-connection-file", "File that holds the connection string of a state in PostgreSQL.");

    public void AddTo(Command command)
    {
        Option[] all =
        [
            profile, bcUrl, salesUrl, company, tenant, clientId, secretVariable, secretFile, certificate, password, managed, tokenVariable, state,
            stateVariable, stateFile, sandbox, sandboxData, seed,
        ];
        foreach (var option in all)
            command.Add(option);
    }

    public ConnectionRequest Read(ParseResult parsed) => new()
    {
        Sandbox = parsed.GetValue(sandbox),
        SandboxData = parsed.GetValue(sandboxData),
        Seed = parsed.GetValue(seed),
        Profile = parsed.GetValue(profile),
        BusinessCentralUrl = parsed.GetValue(bcUrl),
        SalesUrl = parsed.GetValue(salesUrl),
        Company = parsed.GetValue(company),
        TenantId = parsed.GetValue(tenant),
        ClientId = parsed.GetValue(clientId),
        ClientSecretVariable = parsed.GetValue(secretVariable),
        ClientSecretFile = parsed.GetValue(secretFile),
        CertificatePath = parsed.GetValue(certificate),
        CertificatePasswordFile = parsed.GetValue(password),
        ManagedIdentity = parsed.GetValue(managed),
        AccessTokenVariable = parsed.GetValue(tokenVariable),
        State = parsed.GetValue(state),
        StateConnectionVariable = parsed.GetValue(stateVariable),
        StateConnectionFile = parsed.GetValue(stateFile),
    };
}
