#Requires -Version 7.4
# One order all the way - submitted, taken over, shipped, invoiced, paid - and one quote to its order, against the sandbox.
# Build the module first: ./build.ps1
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

Connect-BcSync -Sandbox | Out-Null
Initialize-BcSync | Out-Null
Set-BcSyncSetup -SalesOrderIntegration OneWay -AutoCreateSalesOrders $true | Format-List SalesOrderIntegration, AutoCreateSalesOrders

# Customers and products that documents name must be coupled.
Start-BcFullSync -Mapping CURRENCY -Wait | Out-Null
$users = [ordered]@{ JO = 'Jim Olive'; PS = 'Peter Saddow'; LT = 'Linda Turner' }
$users.Keys | ForEach-Object { New-BcCoupling -Mapping SALESPEOPLE -BcNo $_ -SalesName $users[$_] } | Out-Null
$customer = New-BcCoupling -Mapping CUSTOMER -SalesName 'Northwind Traders' -CreateIn BusinessCentral
New-BcCoupling -Mapping CUSTOMER -BcNo C10000 -SalesName 'Adatum Corp.' -Sync ToSales | Out-Null
New-BcCoupling -Mapping ITEM-PRODUCT -BcNo 1000 -SalesName Bicycle | Out-Null

# What waits, and what would become of one of them.
Get-BcSalesDocument -Kind Order -Pending | Format-Table
Import-BcSalesOrder -Number ORD-00902-D4E5F6 -WhatIf
$order = Import-BcSalesOrder -Number ORD-00902-D4E5F6
$order | Format-Table

# People in Business Central release, ship and invoice it; the schedule tells Sales.
Invoke-BcSandboxEvent -Type releaseOrder -Argument @{ no = $order.BcNo } | Out-Null
Invoke-BcSandboxEvent -Type postOrder -Argument @{ no = $order.BcNo; ship = $true; invoice = $false } | Out-Null
Invoke-BcSyncSchedule -Name ORDER-STATUS | Format-Table
$posted = Invoke-BcSandboxEvent -Type postOrder -Argument @{ no = $order.BcNo; ship = $false; invoice = $true }
Invoke-BcSyncSchedule -Name ORDER-STATUS | Format-Table
Get-BcSalesDocument -Kind Order -Number ORD-00902-D4E5F6 | Format-Table

# The posted invoice goes to Sales, and its payments follow.
Publish-BcSalesInvoice -BcNo $posted.invoiceNo | Format-Table
Invoke-BcSandboxEvent -Type receivePayment -Argument @{ invoiceNo = $posted.invoiceNo; amount = 1000 } | Out-Null
Update-BcAccountStatistics -BcNo $customer.BcNo | Format-Table
Get-BcSalesDocument -Kind Invoice -Number $posted.invoiceNo | Format-Table

# A quote, its revision, and the order that is made of it when it is won.
$quote = Get-BcSalesDocument -Kind Quote -Number QUO-00901-N4P5Q6
$quote | Import-BcSalesQuote | Format-Table
$revision = Invoke-BcSandboxEvent -Type reviseQuote -Argument @{ quoteId = "$($quote.SalesId)" }
Invoke-BcSandboxEvent -Type activateQuote -Argument @{ quoteId = $revision.quoteId } | Out-Null
Import-BcSalesQuote -Number QUO-00901-N4P5Q6 | Format-Table
Invoke-BcSandboxEvent -Type winQuote -Argument @{ quoteId = $revision.quoteId } | Out-Null
Import-BcSalesQuote -Number QUO-00901-N4P5Q6 | Format-Table

Get-BcSyncSchedule | Format-Table
Disconnect-BcSync | Out-Null
