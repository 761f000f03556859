#Requires -Version 7.4
# A record that fails stops no other one. What failed, why, what to do about it, and how it is taken up again.
# Build the module first: ./build.ps1
param([hashtable] $Connection = @{ Sandbox = $true })
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

Connect-BcSync @Connection | Out-Null
Initialize-BcSync | Out-Null
Start-BcFullSync CURRENCY -Wait | Out-Null

# These customers name a salesperson who is not coupled yet, so they cannot be written to Sales. After a second time they are left alone.
$customers = @{ C10000 = 'Adatum Corp.'; C20000 = 'Trey Research' }.GetEnumerator() |
    ForEach-Object { New-BcCoupling CUSTOMER $_.Key -SalesName $_.Value }
1..2 | ForEach-Object {
    $customers | Invoke-BcSyncNow -Direction ToSales -ErrorAction SilentlyContinue | Format-Table BcNo, Action, Error
}
Get-BcSyncStatus CUSTOMER | Format-List Couplings, Skipped, Failed, Message

# Each error has an id for scripts, a class that says what kind of trouble it is, and the next step for people.
Get-BcSyncError CUSTOMER -Last 2 | Format-List BcNo, Class, ErrorId, Message, RecommendedAction
Get-BcSyncError | Group-Object ErrorId -NoElement | Format-Table

# Do what it says: couple the salespeople. Then let the next run take up what was left alone.
Find-BcCouplingMatch SALESPEOPLE -UseField displayName | Where-Object Outcome -EQ Matched | New-BcCoupling | Out-Null
Get-BcCoupling -Skipped | Resume-BcSyncRecord | Format-Table Mapping, BcNo, Skipped
$customers | Invoke-BcSyncNow -Direction ToSales | Format-Table BcNo, Action
Get-BcSyncStatus CUSTOMER | Format-List Couplings, Skipped, Failed, Message
Disconnect-BcSync | Out-Null
