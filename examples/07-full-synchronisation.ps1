#Requires -Version 7.4
# The first full synchronisation: look at the recommendations, at the plan, let it run with a time budget, go on, and read the review.
# Build the module first: ./build.ps1
param([hashtable] $Connection = @{ Sandbox = $true })
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

Connect-BcSync @Connection | Out-Null
Initialize-BcSync | Out-Null

# What exists on both sides is coupled first, or it would be created twice. One row of the file is bad on purpose.
Start-BcFullSync CURRENCY -Wait | Out-Null
Import-BcCoupling "$PSScriptRoot/couplings.csv" -ErrorAction SilentlyContinue | Format-Table Mapping, BcNo, SalesName

# Where the two sides differ at first, Business Central is right.
Get-BcCoupling CUSTOMER, CONTACT | Invoke-BcSyncNow -Direction ToSales | Format-Table Mapping, BcNo, Action

# The review still shows the currencies; begin it anew. What is recommended, and what would happen: no system is written to.
Reset-BcFullSync
Get-BcFullSync | Format-Table Mapping, DependsOn, Recommendation, Message
Get-BcSyncPlan -Full | Group-Object Mapping, Action -NoElement | Format-Table

# It runs in the background, keeps checkpoints, and can be watched from any process with the same state.
Start-BcFullSync -Action FullSync -TimeBudget 02:00:00 | Format-List Status, Started, Lines
Wait-BcFullSync -WarningAction SilentlyContinue | Format-Table Mapping, Status, Done, Failed

# A run that its budget or somebody had stopped goes on where it was.
if ((Get-BcFullSync).Status -contains 'Stopped') { Resume-BcFullSync -Wait | Out-Null }

# The review, and what wants a person.
Get-BcFullSync | Format-Table Mapping, Status, Inserted, Modified, Coupled, Failed, Message
Get-BcSyncError -Last 5 | Format-List Mapping, BcNo, SalesName, Message, RecommendedAction
Disconnect-BcSync | Out-Null
