#Requires -Version 7.4

BeforeDiscovery {
    # Those that take -Connection are run below, on a sandbox that is looked at afterwards.
    $examples = Get-ChildItem "$PSScriptRoot/../../examples" -Filter *.ps1 | Where-Object Name -Match '^0[1-4]-'
}

Describe 'Examples' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        # They take the module that was composed beside them; here that is the packed one.
        Copy-Item "$PSScriptRoot/../../examples" $TestDrive -Recurse
        $null = New-Item "$TestDrive/out/BcSalesSync" -ItemType Directory
        Copy-Item (Split-Path $modulePath) "$TestDrive/out/BcSalesSync" -Recurse
    }

    It '<_.Name> runs to its end' -ForEach $examples {
        $shell = $shellPath
        $output = & $shell -NoProfile -NonInteractive -File "$TestDrive/examples/$($_.Name)" 2>&1
        $LASTEXITCODE | Should -Be 0 -Because ($output | Out-String)
    }
}

Describe 'The example' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
        $folder = "$PSScriptRoot/../../examples"

        # Runs an example on a sandbox of its own and opens what it left.
        function Open-Left([string] $Name, [hashtable] $More = @{}) {
            $kept = @{ Sandbox = $true; SandboxPath = "$TestDrive/$Name.db"; StatePath = "$TestDrive/$Name-state.db" }
            & "$folder/$Name.ps1" -Connection $kept @More 6>&1 | Out-Null
            Connect-BcSync @kept | Out-Null
        }
    }

    AfterEach {
        Get-BcConnection * | Disconnect-BcSync | Out-Null
    }

    It '05-own-mappings leaves a mapping of its own, what it wrote, and the file' {
        Open-Left 05-own-mappings @{ Path = "$TestDrive/mappings.json" }
        (Get-BcTableMapping REGION).BcFilter | Should -Not -BeNullOrEmpty
        (Get-BcFieldMapping REGION displayName).Transformation | Should -Be Trim
        (Get-BcFieldMapping CUSTOMER faxNumber).Enabled | Should -BeFalse
        Get-BcCoupling REGION | Should -Not -BeNullOrEmpty
        (Get-Content "$TestDrive/mappings.json" -Raw | ConvertFrom-Json) | Should -Not -BeNullOrEmpty
    }

    It '06-plan-and-conflicts leaves both sides equal and the values that lost' {
        Open-Left 06-plan-and-conflicts
        (Compare-BcSync CUSTOMER).Symbol | Should -Be '='
        (Get-BcOverwrittenValue CUSTOMER | Where-Object Field -EQ fax).LostValue | Should -Be '444', '222'
        (Get-BcSyncError CUSTOMER).Class | Should -Contain Conflict
    }

    It '07-full-synchronisation leaves a review whose lines have ended' {
        Open-Left 07-full-synchronisation
        (Get-BcFullSync).Status | Select-Object -Unique | Should -Be Finished
        (Get-BcFullSync CUSTOMER).Inserted | Should -BeGreaterThan 0
    }

    It '08-repair leaves one pair restored and one forgotten' {
        Open-Left 08-repair
        (Get-BcCoupling CUSTOMER).BcNo | Sort-Object | Should -Be C10000, C40000
        Get-BcCoupling -Broken | Should -BeNullOrEmpty
    }

    It '09-errors leaves nothing skipped, and the errors in the log' {
        Open-Left 09-errors
        Get-BcCoupling -Skipped | Should -BeNullOrEmpty
        (Get-BcSyncStatus CUSTOMER).Failed | Should -Be 0
        (Get-BcSyncError CUSTOMER).ErrorId | Should -Contain BcSync.Record.DependencyMissing
    }

    It '10-two-way-orders leaves an order that is coupled and in step' {
        Open-Left 10-two-way-orders
        (Get-BcCoupling SALESORDER-ORDER).SalesName | Should -Be ORD-00902-D4E5F6
        (Get-BcSyncStatus SALESORDER-ORDER).Failed | Should -Be 0
    }

    It '11-schedule leaves entries as it set them, and jobs' {
        Open-Left 11-schedule
        (Get-BcSyncSchedule CUSTOMER).IntervalMinutes | Should -Be 5
        (Get-BcSyncSchedule CONTACT).State | Should -Be OnHold
        (Get-BcSyncJob CUSTOMER).Status | Select-Object -Unique | Should -Be Success
    }

    It '12-report leaves a page about what it did' {
        Open-Left 12-report @{ Path = "$TestDrive/report.html" }
        $page = Get-Content "$TestDrive/report.html" -Raw
        $page | Should -Match 'Full synchronisation'
        $page | Should -Match 'CUSTPRCGRP-PRICE'
        $page | Should -Not -Match '<script'
    }
}

Describe 'The example for own systems' {
    BeforeDiscovery {
        $served = Get-ChildItem "$PSScriptRoot/../../src/BcSalesSync.Host/bin/*/net*/BcSalesSync.Host.dll" -ErrorAction Ignore |
            Sort-Object LastWriteTime | Select-Object -Last 1 -ExpandProperty FullName
    }

    It '13-own-systems checks them, keeps a profile, connects by it and takes it away' -ForEach @{ Program = $served } -Skip:(-not $served) {
        . "$PSScriptRoot/Module.ps1"
        $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $listener.Start()
        $address = "http://127.0.0.1:$($listener.LocalEndpoint.Port)"
        $listener.Stop()
        $sandbox = Start-Process dotnet "`"$Program`" sandbox --urls $address --seed cronus" -PassThru -RedirectStandardOutput "$TestDrive/served.txt"
        try {
            $limit = [datetime]::UtcNow.AddMinutes(1)
            while (-not (Select-String -Path "$TestDrive/served.txt" -Pattern '/sales/api' -Quiet) -and [datetime]::UtcNow -lt $limit) {
                Start-Sleep -Milliseconds 100
            }
            $script = @"
& '$PSScriptRoot/../../examples/13-own-systems.ps1' -ProfileName example -Systems @{
    BusinessCentralUrl = '$address/bc/v2.0/sandbox/Production/api/v2.0'
    SalesUrl           = '$address/sales/api/data/v9.2'
    Company            = 'CRONUS International Ltd.'
    StatePath          = '$TestDrive/own-state.db'
} -SignIn @{ AccessToken = (ConvertTo-SecureString token -AsPlainText -Force) }
"@
            $env:XDG_DATA_HOME = "$TestDrive"
            $output = & $shellPath -NoProfile -NonInteractive -Command $script 2>&1 | Out-String
        }
        finally {
            Remove-Item Env:XDG_DATA_HOME -ErrorAction Ignore
            $sandbox | Stop-Process
        }
        $LASTEXITCODE | Should -Be 0 -Because $output
        $output | Should -Match 'Passed'
        $output | Should -Match 'CRONUS International'
        Get-ChildItem $TestDrive -Recurse -Filter '*example*' | Should -BeNullOrEmpty
        Test-Path "$TestDrive/own-state.db" | Should -BeTrue
    }
}
