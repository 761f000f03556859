#Requires -Version 7.4
# Your own systems instead of the simulated ones: check what they need, keep a profile without a secret, and connect by its name.
#
# Try it with systems served on this machine, in a second console:
#   dotnet run --project src/BcSalesSync.Host -- sandbox --urls http://127.0.0.1:7700 --seed cronus
# and give -Systems the two addresses that this prints. Build the module first: ./build.ps1
param(
    [hashtable] $Systems = @{
        BusinessCentralUrl = 'https://businesscentral.dynamics.com/contoso.com/Production'
        SalesUrl           = 'https://contoso.crm4.dynamics.com'
        Company            = 'CRONUS'
        ClientId           = '<id of the registered application>'
    },

    # How to sign in: one of DeviceCode, Interactive, ManagedIdentity, ClientSecret, SecretName, CertificateThumbprint, AccessToken.
    [hashtable] $SignIn = @{ DeviceCode = $true },

    [string] $ProfileName = 'example'
)
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

# The profile keeps addresses and names, never a secret.
Connect-BcSync @Systems @SignIn -SaveProfile $ProfileName | Format-List Name, Company, Tier, State

# Every precondition on its own line, with what to do where one is missing.
Test-BcConnection | Format-Table Status, Check, Message, RecommendedAction
Disconnect-BcSync | Out-Null

# From now on the name is enough; a token, which is a secret, is given each time.
$secret = @{}
$SignIn.GetEnumerator() | Where-Object Key -In AccessToken, ClientSecret | ForEach-Object { $secret[$_.Key] = $_.Value }
Get-BcProfile $ProfileName | Format-List
Connect-BcSync $ProfileName @secret | Format-List Name, Company
Disconnect-BcSync | Out-Null
Remove-BcProfile $ProfileName | Out-Null
