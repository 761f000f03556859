#Requires -Version 7.4

Describe 'Documents' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
        $connection = Connect-BcSync -Sandbox
        $null = Initialize-BcSync
        $null = Set-BcSyncSetup -SalesOrderIntegration OneWay
        $null = Start-BcFullSync -Mapping CURRENCY -Wait
        $null = New-BcCoupling -Mapping CUSTOMER -BcNo C10000 -SalesName 'Adatum Corp.'
        $null = New-BcCoupling -Mapping CUSTOMER -BcNo C20000 -SalesName 'Trey Research'
    }

    AfterAll {
        $null = Disconnect-BcSync -Connection $connection
    }

    It 'updates the statistics of the customer whose number comes first, and of no other' {
        (Update-BcAccountStatistics C10000).BcNo | Should -Be 'C10000'
    }

    It 'updates the statistics of the customers of couplings in a pipeline' {
        $results = Get-BcCoupling -Mapping CUSTOMER | Update-BcAccountStatistics
        $results.BcNo | Sort-Object | Should -Be @('C10000', 'C20000')
    }

    It 'updates nobody when an empty pipeline names nobody' {
        @() | Update-BcAccountStatistics | Should -BeNullOrEmpty
    }

    It 'names row and field of an id that is none, and goes on with the rest' {
        $rows = [pscustomobject]@{ BcId = 'x' }, [pscustomobject]@{ CustomerNo = 'C20000' }
        $results = $rows | Update-BcAccountStatistics -ErrorVariable problems -ErrorAction SilentlyContinue
        $results.BcNo | Should -Be 'C20000'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'BcSync.Input.InvalidId,*'
        "$($problems[0])" | Should -BeLike '*row 1*BcId*'
    }

    It 'says what would become of an order and creates nothing' {
        Import-BcSalesOrder ORD-00901-A1B2C3 -WhatIf -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        (Get-BcSalesDocument Order -Number ORD-00901-A1B2C3).BcNo | Should -BeNullOrEmpty
    }

    It 'asks for the number of an invoice rather than sending all' {
        Publish-BcSalesInvoice -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'BcSync.Input.InvoiceMissing,*'
    }

    It 'refuses a quote where orders are taken over, by its number' {
        $quote = Get-BcSalesDocument Quote | Select-Object -First 1
        $quote | Import-BcSalesOrder -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$($problems[0])" | Should -BeLike "*$($quote.Number)*"
    }
}
