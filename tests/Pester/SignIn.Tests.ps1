#Requires -Version 7.4

Describe 'Signing in' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
        $systems = @{
            BusinessCentralUrl = 'https://businesscentral.dynamics.com/contoso.example/Production'
            SalesUrl           = 'https://contoso.crm4.dynamics.com'
            ClientId           = '11111111-0000-4000-8000-000000000002'
        }
        function Get-Refusal([scriptblock] $Command) {
            try { & $Command } catch { return $_ }
        }
    }

    It 'lists the ways when none is given' {
        $refusal = Get-Refusal { Connect-BcSync @systems -ErrorAction Stop }
        $refusal.FullyQualifiedErrorId | Should -BeLike 'BcSync.SignIn.NoMethod*'
        $refusal.ErrorDetails.RecommendedAction | Should -BeLike '*-ManagedIdentity*-AccessToken*'
    }

    It 'refuses two ways at once' {
        (Get-Refusal { Connect-BcSync @systems -DeviceCode -Interactive -ErrorAction Stop }).Exception.Message | Should -BeLike 'More than one way*'
    }

    It 'names a certificate that is nowhere before anything is sent' {
        $refusal = Get-Refusal { Connect-BcSync @systems -CertificateThumbprint 00112233445566778899AABBCCDDEEFF00112233 -ErrorAction Stop }
        $refusal.FullyQualifiedErrorId | Should -BeLike 'BcSync.SignIn.NoCertificate*'
    }

    It 'reads a certificate from a file' {
        $refusal = Get-Refusal { Connect-BcSync @systems -CertificatePath "$TestDrive/nowhere.pfx" -ErrorAction Stop }
        $refusal.Exception.Message | Should -BeLike '*nowhere.pfx*'
    }

    It 'says where a secret was looked for' {
        $refusal = Get-Refusal { Connect-BcSync @systems -SecretVariable BCSALESSYNC_NOT_SET -ErrorAction Stop }
        $refusal.FullyQualifiedErrorId | Should -BeLike 'BcSync.SignIn.NoSecret*'
        $refusal.Exception.Message | Should -BeLike '*BCSALESSYNC_NOT_SET*'
    }

    It 'takes the secret from whatever answers to Get-Secret' {
        function global:Get-Secret { param($Name, $Vault) "planted of $Vault/$Name" | ConvertTo-SecureString -AsPlainText }
        try {
            # A tenant that cannot be: the secret was found, and the sign-in has to fail later and without showing it.
            $refusal = Get-Refusal { Connect-BcSync @systems -SecretName sync -SecretVault box -TenantId '' -ErrorAction Stop }
            $refusal.FullyQualifiedErrorId | Should -Not -BeLike 'BcSync.SignIn.NoSecret*'
            "$refusal" | Should -Not -BeLike '*planted*'
        }
        finally {
            Remove-Item function:global:Get-Secret
        }
    }

    It 'knows no profile that was not saved' {
        (Get-Refusal { Connect-BcSync no-such-profile -ErrorAction Stop }).FullyQualifiedErrorId | Should -BeLike 'BcSync.Profile.NotFound*'
        Get-BcProfile no-such-* | Should -BeNullOrEmpty
    }
}
