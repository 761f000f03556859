using System.Management.Automation;
using System.Net;
using System.Security;

namespace BcSalesSync.PowerShell.Commands.Connections;

/// <summary>Fetches a secret from where it is kept, when it is needed. Either the secret comes back, or what stood in the way.</summary>
internal class SecretSource
{
    /// <summary>From a vault, through the SecretManagement module if it is there.</summary>
    internal virtual (SecureString? Secret, string? Trouble) FromVault(PSCmdlet command, string name, string? vault)
    {
        try
        {
            var found = command.InvokeCommand.InvokeScript(
                "param($Name, $Vault) if ($Vault) { Get-Secret -Name $Name -Vault $Vault -ErrorAction Stop } else { Get-Secret -Name $Name -ErrorAction Stop }",
                name,
                vault);
            return Secured(found.FirstOrDefault()?.BaseObject) is { } secret
                ? (secret, null)
                : (null, $"The secret '{name}' is neither a text nor a credential.");
        }
        catch (Exception problem) when (problem is RuntimeException and not PipelineStoppedException)
        {
            return (null, $"The secret '{name}' cannot be fetched: {problem.Message}");
        }
    }

    /// <summary>From an environment variable.</summary>
    internal virtual (SecureString? Secret, string? Trouble) FromVariable(string name) =>
        Secured(Environment.GetEnvironmentVariable(name)) is { } secret ? (secret, null) : (null, $"The environment variable {name} is empty.");

    private static SecureString? Secured(object? value) => value switch
    {
        SecureString { Length: > 0 } secret => secret,
        string { Length: > 0 } text => new NetworkCredential(string.Empty, text).SecurePassword,
        PSCredential credential => credential.Password,
        _ => null,
    };
}
