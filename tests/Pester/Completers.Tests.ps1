#Requires -Version 7.4

BeforeDiscovery {
    . "$PSScriptRoot/Module.ps1"
    Import-Module $modulePath
    $completed = foreach ($command in Get-Command -Module BcSalesSync -CommandType Cmdlet) {
        foreach ($parameter in $command.Parameters.Values) {
            if ($parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ArgumentCompleterAttribute] }) {
                @{ Command = $command.Name; Parameter = $parameter.Name }
            }
        }
    }
}

Describe 'The Tab key' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath

        function Complete([string] $Line) {
            (TabExpansion2 $Line $Line.Length).CompletionMatches | Where-Object ResultType -EQ 'ParameterValue'
        }
    }

    Context 'without a connection' {
        It 'offers what can happen in a sandbox' {
            (Complete 'Invoke-BcSandboxEvent -Type De').CompletionText | Should -Be 'DeleteRow'
        }

        It 'spoils no line: <Command> -<Parameter>' -ForEach $completed {
            { Complete "$Command -$Parameter " } | Should -Not -Throw
            { Complete "$Command -$Parameter 'x" } | Should -Not -Throw
        }
    }

    Context 'with a connection' {
        BeforeAll {
            $connection = Connect-BcSync -Sandbox
            $null = Initialize-BcSync
            $null = Set-BcSyncSetup -SalesOrderIntegration OneWay -WriteInProductNo WRITE-IN
            $null = Start-BcFullSync CURRENCY -Wait
            $null = New-BcCoupling SALESPEOPLE PS -SalesName 'Peter Saddow'
            $null = New-BcCoupling CUSTOMER C20000 -SalesName 'Trey Research'
            # Leaves failures of records without a partner.
            $null = Start-BcFullSync CUSTOMER -Action FullSync -Wait -WarningAction Ignore
            $null = Import-BcSalesOrder -ErrorAction SilentlyContinue
            $job = (Get-BcSyncJob -Last 1).Id.ToString()
        }

        AfterAll {
            $null = Disconnect-BcSync -Connection $connection
        }

        It 'spoils no line, and what it offers can be typed: <Command> -<Parameter>' -ForEach $completed {
            foreach ($line in "$Command -$Parameter ", "$Command -Mapping CUSTOMER -$Parameter ", "$Command -$Parameter ""c") {
                foreach ($offer in Complete $line) {
                    $problems = $null
                    $null = [System.Management.Automation.Language.Parser]::ParseInput("$Command -$Parameter $($offer.CompletionText)", [ref] $null, [ref] $problems)
                    $problems | Should -BeNullOrEmpty
                    $offer.ListItemText | Should -Not -BeNullOrEmpty
                    $offer.ToolTip | Should -Not -BeNullOrEmpty
                }
            }
        }

        It 'offers <Offer> after <Line>' -ForEach @(
            @{ Line = 'Get-BcCoupling CUSTOMER -BcNo C2'; Offer = 'C20000' }
            @{ Line = 'Get-BcCoupling CUSTOMER C2'; Offer = 'C20000' }
            @{ Line = 'Remove-BcCoupling -SalesName Tr'; Offer = "'Trey Research'" }
            @{ Line = 'Invoke-BcSyncNow -SalesName ''Trey R'; Offer = "'Trey Research'" }
            @{ Line = 'Update-BcAccountStatistics C2'; Offer = 'C20000' }
            @{ Line = 'Import-BcSalesOrder ORD-00901'; Offer = 'ORD-00901-A1B2C3' }
            @{ Line = 'Get-BcSalesDocument Order ORD-00901'; Offer = 'ORD-00901-A1B2C3' }
            @{ Line = 'Set-BcSyncSchedule CUSTOMER-'; Offer = 'CUSTOMER-STATISTICS' }
            @{ Line = 'Invoke-BcSyncSchedule ORDER-ST'; Offer = 'ORDER-STATUS' }
            @{ Line = 'Get-BcTableMapping "PAYMENT'; Offer = "'PAYMENT TERMS'" }
            @{ Line = 'Connect-BcSync -Company CRO'; Offer = "'CRONUS International Ltd.'" }
            @{ Line = 'Get-BcConnection sand'; Offer = 'sandbox' }
        ) {
            # The first answer may need what is loaded once.
            $null = Complete $Line
            (Complete $Line).CompletionText | Should -Contain $Offer
        }

        It 'offers jobs by what they did' {
            $offer = Complete 'Get-BcSyncError -JobId ' | Where-Object CompletionText -EQ $job
            $offer.ListItemText | Should -BeLike '*OrderImport*'
            (Complete "Get-BcSyncJob -Id $($job.Substring(0, 8))").CompletionText | Should -Contain $job
        }

        It 'does not offer a record for coupling that has a partner' {
            (Complete 'New-BcCoupling CUSTOMER C').CompletionText | Should -Not -Contain 'C20000'
        }
    }
}
