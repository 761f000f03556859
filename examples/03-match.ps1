#Requires -Version 7.4
# Two systems that hold the same companies already: matching proposes who belongs together, people look at it, and New-BcCoupling makes
# it true. Build the module first: ./build.ps1
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

Connect-BcSync -Sandbox | Out-Null
Initialize-BcSync | Out-Null
Start-BcFullSync -Mapping CURRENCY -Wait | Out-Null

# Salespeople are users under the same names; customers refer to them.
Find-BcCouplingMatch SALESPEOPLE -UseField displayName | Where-Object Outcome -EQ Matched | New-BcCoupling | Format-Table

# Every customer with what was found for it, and the accounts that nobody looks for.
$proposals = Find-BcCouplingMatch CUSTOMER -UseField displayName, city -IncludeUnmatchedSales
$proposals | Format-Table

# What is certain is coupled at once. Some have another name in Sales, but the same address: a second look finds them.
$proposals | Where-Object Outcome -EQ Matched | New-BcCoupling -Sync ToSales | Format-Table
Find-BcCouplingMatch CUSTOMER -UseField addressLine1, postalCode | Where-Object Outcome -EQ Matched | New-BcCoupling -Sync ToSales |
    Format-Table

# Whoever has no partner then is new to Sales.
Find-BcCouplingMatch CUSTOMER -UseField addressLine1, postalCode | Where-Object Outcome -EQ NoMatch | New-BcCoupling -CreateIn Sales |
    Format-Table

Get-BcSyncStatus | Format-Table
Disconnect-BcSync | Out-Null
