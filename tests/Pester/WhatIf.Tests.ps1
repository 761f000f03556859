#Requires -Version 7.4

BeforeDiscovery {
    . "$PSScriptRoot/Module.ps1"
    Import-Module $modulePath
    # Each would change something without -WhatIf.
    $commands = @{
        'Clear-BcSyncJob'             = { Clear-BcSyncJob -OlderThan (Get-Date).AddDays(1) -WhatIf }
        'Connect-BcSync'              = { $own = Connect-BcSync -Sandbox -Seed empty -WhatIf; $null = Disconnect-BcSync -Connection $own }
        'Export-BcCoupling'           = { Export-BcCoupling "$world/written.csv" -WhatIf }
        'Export-BcSyncReport'         = { Export-BcSyncReport "$world/report.html" -WhatIf }
        'Export-BcTableMapping'       = { Export-BcTableMapping "$world/written.json" -WhatIf }
        'Import-BcCoupling'           = { Import-BcCoupling "$world/couplings.csv" -WhatIf }
        'Import-BcSalesOrder'         = { Import-BcSalesOrder -WhatIf }
        'Import-BcSalesQuote'         = { Import-BcSalesQuote -WhatIf }
        'Import-BcTableMapping'       = { Import-BcTableMapping "$world/mappings.json" -WhatIf }
        'Initialize-BcSync'           = { Initialize-BcSync -Reset -WhatIf }
        'Invoke-BcSandboxEvent'       = { Invoke-BcSandboxEvent Clock @{ advance = 'PT1H' } -WhatIf }
        'Invoke-BcSyncNow'            = { Invoke-BcSyncNow CUSTOMER C20000 -Direction ToSales -Force -WhatIf }
        'Invoke-BcSyncSchedule'       = { Invoke-BcSyncSchedule -WhatIf }
        'New-BcCoupling'              = { New-BcCoupling CUSTOMER C40000 -CreateIn Sales -WhatIf }
        'New-BcFieldMapping'          = { New-BcFieldMapping CUSTOMER -BcField taxRegistrationNumber -SalesField description -WhatIf }
        'New-BcTableMapping'          = { New-BcTableMapping REGION -BcTable countriesRegions -SalesTable new_region -WhatIf }
        'Publish-BcSalesInvoice'      = { Publish-BcSalesInvoice PS-INV103001 -WhatIf }
        'Remove-BcCoupling'           = { Remove-BcCoupling CUSTOMER -WhatIf }
        'Remove-BcFieldMapping'       = { Remove-BcFieldMapping CUST* -SalesField telephone1 -WhatIf }
        'Remove-BcProfile'            = { Remove-BcProfile no-such-profile -WhatIf }
        'Remove-BcTableMapping'       = { Remove-BcTableMapping * -RemoveCouplings -WhatIf }
        'Repair-BcCoupling'           = { Repair-BcCoupling -Resolution RemoveCoupling -WhatIf }
        'Reset-BcFullSync'            = { Reset-BcFullSync -WhatIf }
        'Reset-BcTableMapping'        = { Reset-BcTableMapping * -WhatIf }
        'Resume-BcFullSync'           = { Resume-BcFullSync -WhatIf }
        'Resume-BcSyncRecord'         = { Resume-BcSyncRecord CUSTOMER -WhatIf }
        'Send-BcTimelinePost'         = { Send-BcTimelinePost -WhatIf }
        'Set-BcFieldMapping'          = { Set-BcFieldMapping CUSTOMER -SalesField telephone1 -Enabled $false -WhatIf }
        'Set-BcSyncSchedule'          = { Set-BcSyncSchedule CUST* -OnHold $true -WhatIf }
        'Set-BcSyncSetup'             = { Set-BcSyncSetup -UnitGroupMapping $true -WhatIf }
        'Set-BcTableMapping'          = { Set-BcTableMapping * -Enabled $false -WhatIf }
        'Start-BcFullSync'            = { Start-BcFullSync -Action FullSync -Wait -WhatIf }
        'Stop-BcFullSync'             = { Stop-BcFullSync -WhatIf }
        'Update-BcAccountStatistics'  = { Update-BcAccountStatistics -WhatIf }
        'Update-BcItemAvailability'   = { Update-BcItemAvailability 1000 -WhatIf }
    }
    $cases = $commands.GetEnumerator() | Sort-Object Key | ForEach-Object { @{ Name = $_.Key; Command = $_.Value.ToString() } }
    $known = @{ Known = $commands.Keys }
}

Describe 'With -WhatIf' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
        $world = (New-Item "$TestDrive/world" -ItemType Directory).FullName
        Copy-Item "$PSScriptRoot/../../examples/couplings.csv" $world
        $null = Connect-BcSync -Sandbox -SandboxPath "$world/systems.db" -StatePath "$world/state.db"
        $null = Initialize-BcSync
        # A runspace without a window: what would be done is said to nobody.
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($Module, $Connection, $World) Import-Module $Module; $global:PSDefaultParameterValues["*-Bc*:Connection"] = $Connection; $global:world = $World').
            AddArgument($modulePath).AddArgument((Get-BcConnection)).AddArgument($world).Invoke()
        $null = Set-BcSyncSetup -SalesOrderIntegration OneWay -WriteInProductNo WRITE-IN
        $null = Start-BcFullSync CURRENCY -Wait
        $null = New-BcCoupling SALESPEOPLE PS -SalesName 'Peter Saddow'
        $null = New-BcCoupling CUSTOMER C20000 -SalesName 'Trey Research'
        $null = Export-BcTableMapping "$world/mappings.json"

        # A file that is open elsewhere; what SQLite keeps for reading alone is left out.
        function Get-World {
            foreach ($file in Get-ChildItem $world -File | Where-Object Extension -NE '.db-shm' | Sort-Object Name) {
                $content = [IO.File]::Open($file.FullName, 'Open', 'Read', 'ReadWrite, Delete')
                try { "$($file.Name) $([Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($content)))" } finally { $content.Dispose() }
            }
        }
    }

    AfterAll {
        $shell.Dispose()
        Get-BcConnection * | Disconnect-BcSync | Out-Null
    }

    It '<Name> writes nothing: not to the systems, not to the state, not to the disk' -ForEach $cases {
        $before = Get-World
        $shell.Commands.Clear()
        $shell.Streams.ClearStreams()
        $output = $shell.AddScript($Command).Invoke()
        Get-World | Should -Be $before
        $output | Should -BeNullOrEmpty
        $expected = @{
            'Import-BcCoupling'      = '*'
            'Import-BcSalesOrder'    = '*'
            'Import-BcSalesQuote'    = '*'
            'Import-BcTableMapping'  = '*'
            'Publish-BcSalesInvoice' = '*'
            'Remove-BcProfile'       = 'BcSync.Profile.NotFound*'
            'Resume-BcFullSync'      = '*'
            'Invoke-BcSyncNow'       = '*'
        }
        foreach ($problem in $shell.Streams.Error) { "$Name $($problem.FullyQualifiedErrorId)" | Should -BeLike "$Name $($expected[$Name])" }
    }

    It 'would be found out: a change of both systems and of the state shows' {
        $before = Get-World
        $null = New-BcCoupling CUSTOMER C40000 -CreateIn Sales -ErrorAction SilentlyContinue
        $null = New-BcCoupling CURRENCY EUR -CreateIn Sales -ErrorAction SilentlyContinue
        $null = Invoke-BcSandboxEvent Clock @{ advance = 'PT1H' }
        $changed = (Compare-Object $before (Get-World)).InputObject -replace ' .*' | Sort-Object -Unique
        $changed -like 'systems.db*' | Should -Not -BeNullOrEmpty
        $changed -like 'state.db*' | Should -Not -BeNullOrEmpty
    }

    It 'every command is tried that knows -WhatIf' -ForEach $known {
        $changing = (Get-Command -Module BcSalesSync -CommandType Cmdlet | Where-Object { $_.Parameters.ContainsKey('WhatIf') }).Name
        $Known | Sort-Object | Should -Be ($changing | Sort-Object)
    }

    It 'a command refuses what it would refuse without' {
        foreach ($command in { Remove-BcTableMapping NONE -WhatIf }, { Set-BcTableMapping NONE -Enabled $false -WhatIf },
            { Reset-BcTableMapping NONE -WhatIf }, { Set-BcSyncSchedule NONE -OnHold $true -WhatIf }, { Set-BcFieldMapping NONE -SalesField x -WhatIf }) {
            $said = (& $command 2>&1).FullyQualifiedErrorId
            $said | Should -BeLike 'BcSync.*'
            (& ([scriptblock]::Create("$command" -replace '-WhatIf')) 2>&1).FullyQualifiedErrorId | Should -Be $said
        }
    }
}
