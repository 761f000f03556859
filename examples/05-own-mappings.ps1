#Requires -Version 7.4
# Which records and which fields travel is yours to say: other tables, filters, transformations, constants - and all of it in a file.
# Build the module first: ./build.ps1
param([hashtable] $Connection = @{ Sandbox = $true }, [string] $Path = 'mappings.json')
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

Connect-BcSync @Connection | Out-Null
Initialize-BcSync | Out-Null

# A table of Business Central and one of Sales that no default mapping pairs. It creates what is missing, since there is nothing to couple.
New-BcTableMapping REGION -BcTable countriesRegions -SalesTable new_region -Direction ToSales -SyncOnlyCoupled $false -IntervalMinutes 60 | Format-List
New-BcFieldMapping REGION -BcField code -SalesField new_code -UseForMatching $true | Out-Null
New-BcFieldMapping REGION -BcField displayName -SalesField new_name -Transformation Trim | Out-Null
Set-BcTableMapping REGION -BcFilter 'code=FILTER(A..F)' | Out-Null    # or, as OData writes it: code ge 'A' and code le 'F'

# A field of a default mapping is switched off, and a filter keeps customers of other countries out for a moment.
Set-BcFieldMapping CUSTOMER faxNumber -Enabled $false | Format-Table
Set-BcTableMapping CUSTOMER -BcFilter "country eq 'DE'" | Format-Table Name, BcFilter
Set-BcTableMapping CUSTOMER -BcFilter '' | Out-Null

# Each change is checked against both systems when it is made: a field that is not there is refused, with the next step.
New-BcFieldMapping REGION -BcField code -SalesField new_absent -ErrorAction SilentlyContinue -ErrorVariable refused
$refused | ForEach-Object { [pscustomobject]@{ Error = $_.Exception.Message; NextStep = $_.ErrorDetails.RecommendedAction } } | Format-List

# See what would happen, let it happen, and keep the mappings for another environment or for version control.
Get-BcSyncPlan REGION | Format-Table
Invoke-BcSyncNow REGION -Direction ToSales | Format-Table
Export-BcTableMapping $Path | Format-Table Name, Length
Import-BcTableMapping $Path -WhatIf

Disconnect-BcSync | Out-Null
