#Requires -Version 7.4
# One page for people who do not sit at this console: how it stands, what was done, what failed and what to do about it.
# Build the module first: ./build.ps1
param([hashtable] $Connection = @{ Sandbox = $true }, [string] $Path = 'report.html')
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

Connect-BcSync @Connection | Out-Null
Initialize-BcSync | Out-Null
Start-BcFullSync CURRENCY -Wait | Out-Null
Import-BcCoupling "$PSScriptRoot/couplings.csv" -ErrorAction SilentlyContinue | Out-Null
Get-BcCoupling CUSTOMER | Invoke-BcSyncNow -Direction ToSales | Out-Null
Start-BcFullSync -Action FullSync -Wait -WarningAction SilentlyContinue | Out-Null
Invoke-BcSyncSchedule | Out-Null

# The page holds no script and loads nothing: mail it, or put it on any web server. -Since tells about less than the last 30 days.
Export-BcSyncReport $Path -Since (Get-Date).AddDays(-7) | Format-Table Name, Length
Disconnect-BcSync | Out-Null
