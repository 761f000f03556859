#Requires -Version 7.4

Describe 'The README' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        $root = Resolve-Path "$PSScriptRoot/../.."

        # The suite runs on what ./build.ps1 has composed, and whoever has no systems of their own stays with the sandbox.
        $blocks = [regex]::Matches((Get-Content "$root/README.md" -Raw), '(?ms)^```powershell\r?\n(.*?)^```').ForEach{ $_.Groups[1].Value } |
            Where-Object { $_ -notmatch '<id of the registered application>' }
        $typed = ($blocks -join "`n") -replace '(?m)^\./build\.ps1.*$'
        @"
Set-Location '$TestDrive'
$typed
ConvertTo-Json -Compress @{
    Errors = @(`$Error | ForEach-Object { `$_.FullyQualifiedErrorId + ': ' + `$_.Exception.Message })
    Customers = @(Get-BcCoupling CUSTOMER).Count
    Direction = (Get-BcTableMapping CUSTOMER).Direction.ToString()
    Jobs = @(Get-BcSyncJob CUSTOMER | ForEach-Object { `$_.Type.ToString() + ' ' + `$_.Direction })
    Report = Test-Path report.html
}
"@ | Set-Content "$TestDrive/typed.ps1"
        Copy-Item "$root/examples" $TestDrive -Recurse
        Copy-Item "$root/out" $TestDrive -Recurse
        $output = & $shellPath -NoProfile -NonInteractive -File "$TestDrive/typed.ps1" 2>&1
        $left = $output | Where-Object { "$_".StartsWith('{"') } | Select-Object -Last 1 | ConvertFrom-Json
        $left | Should -Not -BeNullOrEmpty -Because ($output | Out-String)
    }

    It 'leads by copy and paste alone to a two-way synchronisation that runs by its schedule' {
        $left.Customers | Should -BeGreaterThan 5
        $left.Direction | Should -Be Both
        $left.Jobs | Should -Contain 'FullSync ToSales'
        $left.Jobs | Should -Contain 'Synchronization ToBusinessCentral'
        $left.Report | Should -BeTrue
    }

    It 'meets no error but the one that it announces' {
        $left.Errors | Should -HaveCount 1
        $left.Errors | Should -BeLike 'BcSync.Coupling.RecordNotFound*couplings.csv line*'
    }
}
