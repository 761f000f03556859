#Requires -Version 7.4
# Records that somebody deleted: which couplings are broken, and what becomes of the record that is left.
# Build the module first: ./build.ps1
param([hashtable] $Connection = @{ Sandbox = $true })
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

Connect-BcSync @Connection | Out-Null
Initialize-BcSync | Out-Null
Start-BcFullSync CURRENCY -Wait | Out-Null
Find-BcCouplingMatch SALESPEOPLE -UseField displayName | Where-Object Outcome -EQ Matched | New-BcCoupling | Out-Null
$kept = New-BcCoupling CUSTOMER C10000 -SalesName 'Adatum Corp.' -Sync ToSales
$wanted = New-BcCoupling CUSTOMER C40000 -CreateIn Sales
$unwanted = New-BcCoupling CUSTOMER C50000 -CreateIn Sales

# Two accounts are deleted in Sales.
$wanted, $unwanted | ForEach-Object {
    Invoke-BcSandboxEvent DeleteRow @{ system = 'sales'; set = 'accounts'; id = $_.SalesId } | Out-Null
}
Get-BcCoupling -Broken | Format-Table Mapping, BcNo, BcName, Missing

# What a repair would do; then one record is made anew, and the other pair is forgotten. The customers stay as they are.
Repair-BcCoupling CUSTOMER -Resolution RestoreRecord -WhatIf
$wanted | Repair-BcCoupling -Resolution RestoreRecord -Confirm:$false | Format-Table
$unwanted | Repair-BcCoupling -Resolution RemoveCoupling -Confirm:$false | Format-Table

# From now on runs decide by themselves.
Set-BcTableMapping CUSTOMER -DeletionConflict RemoveCoupling | Format-Table Name, DeletionConflict
"$(@(Get-BcCoupling -Broken).Count) broken couplings are left; $($kept.BcNo) was never touched."
Disconnect-BcSync | Out-Null
