#Requires -Version 7.4

Describe 'Runspaces' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
    }

    It 'have each their own current connection' {
        $sandboxes = 'cronus', 'empty' | ForEach-Object {
            $shell = [powershell]::Create()
            $null = $shell.AddScript("Import-Module '$modulePath'; `$null = Connect-BcSync -Sandbox -Seed $_").Invoke()
            $shell.Commands.Clear()
            $shell
        }
        try {
            $sandboxes[0].AddScript('$null = Initialize-BcSync; @(Get-BcTableMapping).Count -gt 0').Invoke() | Should -Be $true
            $sandboxes[1].AddScript('@(Get-BcTableMapping).Count; (Get-BcConnection | Measure-Object).Count').Invoke() | Should -Be 0, 1
            $sandboxes[1].Commands.Clear()
            $null = $sandboxes[1].AddScript('Disconnect-BcSync').Invoke()
            $sandboxes[0].Commands.Clear()
            $sandboxes[0].AddScript('(Get-BcConnection).IsSandbox').Invoke() | Should -Be $true
        }
        finally {
            $sandboxes | ForEach-Object Dispose
        }
    }

    It 'share a connection that is handed over, and each record is worked on once' {
        $connection = Connect-BcSync -Sandbox
        $null = Initialize-BcSync
        $null = Start-BcFullSync CURRENCY -Wait
        $results = 'C20000', 'C30000', 'C40000', 'C50000' | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:modulePath
            $refused = @()
            New-BcCoupling CUSTOMER $_ -CreateIn Sales -Connection $using:connection -ErrorAction SilentlyContinue -ErrorVariable refused
            $refused
        }
        $results | Should -HaveCount 4
        Get-BcCoupling CUSTOMER -Connection $connection | Group-Object BcNo | Where-Object Count -GT 1 | Should -BeNullOrEmpty
        $null = Disconnect-BcSync -Connection $connection
    }

    It 'get an answer about a connection that is closed' {
        $connection = Connect-BcSync -Sandbox -Seed empty
        $null = Disconnect-BcSync -Connection $connection
        { Get-BcTableMapping -Connection $connection } | Should -Throw -ErrorId 'BcSync.Connection.Closed,*'
    }
}

Describe 'Ctrl+C' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
    }

    It 'ends a command whose request hangs, and the shell goes on' {
        # Takes connections and answers none of them.
        $silence = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $silence.Start()
        $shell = [powershell]::Create()
        try {
            $address = "http://127.0.0.1:$($silence.LocalEndpoint.Port)"
            $null = $shell.AddScript(@"
                Import-Module '$modulePath'
                Connect-BcSync -BusinessCentralUrl $address/bc/api/v2.0 -SalesUrl $address/sales/api/data/v9.2 -AccessToken ('x' | ConvertTo-SecureString -AsPlainText) -StatePath '$TestDrive/hang.db'
"@)
            $running = $shell.BeginInvoke()
            $taken = $silence.AcceptTcpClientAsync()
            $taken.Wait(60000) | Should -BeTrue
            $shell.Stop()
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $shell.Commands.Clear()
            $shell.AddScript("(Get-BcConnection | Measure-Object).Count; (Connect-BcSync -Sandbox -Seed empty -StatePath '$TestDrive/hang.db').IsSandbox; Disconnect-BcSync | Out-Null").Invoke() |
                Should -Be 0, $true
        }
        finally {
            $shell.Dispose()
            $silence.Stop()
        }
    }

    It 'during a full synchronisation keeps what was done, and the rest can be resumed' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript(@"
                Import-Module '$modulePath'
                `$null = Connect-BcSync -Sandbox -Seed scale:1500 -SandboxPath '$TestDrive/stop.db' -StatePath '$TestDrive/stop-state.db'
                `$null = Initialize-BcSync CURRENCY, CUSTOMER
                Start-BcFullSync -Action FullSync -Wait
"@)
            $running = $shell.BeginInvoke()
            while (-not ($shell.Streams.Progress | Where-Object Activity -EQ 'CUSTOMER') -and -not $running.IsCompleted) { Start-Sleep -Milliseconds 20 }
            $shell.Stop()
            $shell.InvocationStateInfo.State | Should -BeIn 'Stopped', 'Completed'
            $shell.Commands.Clear()
            $shell.Streams.ClearStreams()
            $lines = $shell.AddScript('if (Get-BcFullSync | Where-Object Status -EQ Stopped) { $null = Resume-BcFullSync -Wait }; Get-BcFullSync').Invoke()
            $lines.Status | Sort-Object -Unique | Should -Be 'Finished'
            $shell.Commands.Clear()
            $couplings = $shell.AddScript('Get-BcCoupling CUSTOMER').Invoke()
            $couplings | Should -HaveCount 1500
            $couplings.SalesId | Sort-Object -Unique | Should -HaveCount 1500
            $shell.Commands.Clear()
            $null = $shell.AddScript('Disconnect-BcSync').Invoke()
        }
        finally {
            $shell.Dispose()
        }
    }
}
