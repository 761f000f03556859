#Requires -Version 7.4
# See what a synchronisation would do before it does it, and what happens when both sides changed the same field.
# Build the module first: ./build.ps1
param([hashtable] $Connection = @{ Sandbox = $true })
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

Connect-BcSync @Connection | Out-Null
Initialize-BcSync | Out-Null
Start-BcFullSync CURRENCY -Wait | Out-Null
Find-BcCouplingMatch SALESPEOPLE -UseField displayName | Where-Object Outcome -EQ Matched | New-BcCoupling | Out-Null
$customer = New-BcCoupling CUSTOMER C10000 -SalesName 'Adatum Corp.' -Sync ToSales
Invoke-BcSyncNow CUSTOMER -Direction Both | Out-Null

# What people do in the two systems.
function Edit-Both([string] $InBusinessCentral, [string] $InSales) {
    Invoke-BcSandboxEvent Clock @{ advance = 'PT1H' } | Out-Null
    Invoke-BcSandboxEvent Rows @{ system = 'bc'; set = 'customers'; rows = @(@{ id = $customer.BcId; faxNumber = $InBusinessCentral }) } | Out-Null
    Invoke-BcSandboxEvent Rows @{ system = 'sales'; set = 'accounts'; rows = @(@{ accountid = $customer.SalesId; fax = $InSales }) } | Out-Null
}

# Both changed the same field. By default nobody wins: nothing is written, and the conflict is an error with both values.
Edit-Both '111' '222'
$customer | Get-BcSyncPlan -Direction Both | Format-Table Direction, Action, Reason
Invoke-BcSyncNow CUSTOMER -Direction Both -ErrorAction SilentlyContinue | Format-Table BcNo, Direction, Action
Get-BcSyncError CUSTOMER -Last 1 | Format-List Message, RecommendedAction

# A person decides, for this record.
$customer | Invoke-BcSyncNow -Direction ToSales | Select-Object -ExpandProperty Changes | Format-Table

# Or a rule decides, for all of them.
Set-BcTableMapping CUSTOMER -UpdateConflict SendToSales | Format-Table Name, UpdateConflict
Edit-Both '333' '444'
Invoke-BcSyncNow CUSTOMER -Direction Both | Format-Table BcNo, Direction, Action

# Whoever decided: what somebody had typed and lost is kept.
Get-BcOverwrittenValue CUSTOMER | Where-Object Field -EQ fax | Format-Table Time, BcNo, Field, LostValue, KeptValue

# Both sides read anew, whatever the state says: are they the same now?
Compare-BcSync CUSTOMER | Format-Table
Disconnect-BcSync | Out-Null
