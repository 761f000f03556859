#Requires -Version 7.4
# Couples records that exist on both sides from a CSV file, then runs the full synchronisation over everything else.
# One row of the file names a customer that does not exist: it is one error, and the other rows are coupled all the same.
# Build the module first: ./build.ps1
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

Connect-BcSync -Sandbox | Out-Null
Initialize-BcSync | Out-Null
Start-BcFullSync -Mapping CURRENCY -Wait | Out-Null

# See first what would be done, and what would be refused.
Import-BcCoupling "$PSScriptRoot/couplings.csv" -WhatIf -ErrorAction Continue

$couplings = Import-BcCoupling "$PSScriptRoot/couplings.csv" -ErrorAction SilentlyContinue -ErrorVariable refused
$couplings | Format-Table
$refused | ForEach-Object {
    [pscustomobject]@{ Error = $_.Exception.Message; NextStep = $_.ErrorDetails.RecommendedAction }
} | Format-List

# Coupling the same records once more, by the pipeline: what is coupled already stays as it is.
$again = $couplings | New-BcCoupling
"$($couplings.Count) couplings from the file, $($again.Count) of them found again, $($refused.Count) row refused."

# Where the two sides differ at first, Business Central is right; then everything else follows.
$couplings | Where-Object Mapping -In CUSTOMER, CONTACT | Invoke-BcSyncNow -Direction ToSales | Format-Table
Start-BcFullSync -Action FullSync -Wait | Format-Table
Get-BcSyncError | Format-Table
Get-BcSyncStatus | Format-Table
Disconnect-BcSync | Out-Null
