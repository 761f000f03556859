#Requires -Version 7.4
# From nothing to synchronised records, against a sandbox that stands for both systems: no configuration, no server, no network.
# Build the module first: ./build.ps1
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

Connect-BcSync -Sandbox | Format-List Name, Company, LocalCurrency, Tier
Initialize-BcSync | Format-Table

# Currencies come first: customers refer to them.
Start-BcFullSync -Mapping CURRENCY -Wait | Format-Table

# What exists on both sides is coupled, so that nothing is created twice.
$users = [ordered]@{ JO = 'Jim Olive'; PS = 'Peter Saddow'; LT = 'Linda Turner' }
$users.Keys | ForEach-Object { New-BcCoupling -Mapping SALESPEOPLE -BcNo $_ -SalesName $users[$_] } | Format-Table
New-BcCoupling -Mapping CUSTOMER -BcNo C10000 -SalesName 'Adatum Corp.' -Sync ToSales | Format-Table

# What would happen to a customer that is not in Sales yet, and then let it happen.
New-BcCoupling -Mapping CUSTOMER -BcNo C40000 -CreateIn Sales -WhatIf
New-BcCoupling -Mapping CUSTOMER -BcNo C40000 -CreateIn Sales | Format-Table

# Somebody edits the same customer on both sides, in different fields: each side gets what the other one changed.
$coupling = Get-BcCoupling -Mapping CUSTOMER -BcNo C40000
Invoke-BcSandboxEvent -Type Clock -Argument @{ advance = 'PT1H' } | Out-Null
Invoke-BcSandboxEvent -Type Rows -Argument @{
    system = 'bc'; set = 'customers'; rows = @(@{ id = $coupling.BcId; addressLine1 = 'Theresienwiese 1' })
} | Out-Null
Invoke-BcSandboxEvent -Type Rows -Argument @{
    system = 'sales'; set = 'accounts'; rows = @(@{ accountid = $coupling.SalesId; telephone1 = '+49 89 5550100' })
} | Out-Null

$coupling | Get-BcSyncPlan -Direction Both | Format-Table
$coupling | Invoke-BcSyncNow -Direction Both | Format-Table

Get-BcSyncStatus | Format-Table
Disconnect-BcSync | Out-Null
