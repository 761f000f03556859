#Requires -Version 7.4
# Orders that are kept in step both ways, with their lines: from Sales to Business Central and back.
# Build the module first: ./build.ps1
param([hashtable] $Connection = @{ Sandbox = $true })
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

Connect-BcSync @Connection | Out-Null
Initialize-BcSync | Out-Null
Set-BcSyncSetup -SalesOrderIntegration TwoWay -WarningAction SilentlyContinue -WarningVariable todo | Format-List SalesOrderIntegration
$todo    # what has to be turned on in Business Central as well

# What orders name must be coupled: currencies, salespeople, the customer, the product.
Start-BcFullSync CURRENCY, 'UNIT OF MEASURE' -Wait | Out-Null
Find-BcCouplingMatch SALESPEOPLE -UseField displayName | Where-Object Outcome -EQ Matched | New-BcCoupling | Out-Null
New-BcCoupling CUSTOMER -SalesName 'Northwind Traders' -CreateIn BusinessCentral | Out-Null
New-BcCoupling ITEM-PRODUCT 1000 -SalesName Bicycle -Sync ToSales | Out-Null

# A submitted order becomes an order in Business Central, released at once.
$order = Import-BcSalesOrder ORD-00902-D4E5F6
$order | Format-Table Number, BcNo, Action

# It is shipped there; what became of it comes back to Sales. Orders that are invoiced and gone end with what their archived version says.
Invoke-BcSandboxEvent Clock @{ advance = 'PT1H' } | Out-Null
Invoke-BcSandboxEvent PostOrder @{ no = $order.BcNo; ship = $true; invoice = $false } | Out-Null
Invoke-BcSyncSchedule SALESORDER-ORDER, ARCHIVED-ORDERS | Format-Table Mapping, Direction, Status, Modified, Failed
Get-BcCoupling SALESORDER-ORDER | Format-Table BcNo, SalesName, LastSynchronized, ToSalesResult
Disconnect-BcSync | Out-Null
