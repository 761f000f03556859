#Requires -Version 7.4

BeforeDiscovery {
    . "$PSScriptRoot/Module.ps1"
    $manifest = Import-PowerShellDataFile $modulePath
}

Describe 'The module' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        $shell = $shellPath
        # A process of its own: what is loaded into this one is no longer bare.
        function Invoke-Fresh([string] $Script) {
            & $shell -NoProfile -NonInteractive -Command $Script
        }
    }

    It 'has a valid manifest' {
        (Test-ModuleManifest $modulePath).Name | Should -Be 'BcSalesSync'
    }

    It 'exports what the manifest lists and nothing else' {
        $exported = Invoke-Fresh "(Import-Module '$modulePath' -PassThru).ExportedCommands.Keys"
        $exported | Sort-Object | Should -Be ((Import-PowerShellDataFile $modulePath).CmdletsToExport | Sort-Object)
    }

    It 'loads two assemblies and nothing of the engine' {
        $added = Invoke-Fresh @"
            # Looking at the list loads something itself, the first time.
            `$before = 1..2 | ForEach-Object { [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name }
            Import-Module '$modulePath'
            `$after = [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name
            `$after | Where-Object { `$_ -notin `$before }
"@
        $added | Sort-Object | Should -Be 'BcSalesSync.Contracts', 'BcSalesSync.PowerShell'
    }

    It 'keeps the engine and its dependencies in a context of their own' {
        $contexts = Invoke-Fresh @"
            Import-Module '$modulePath'
            `$null = Connect-BcSync -Sandbox -Seed empty
            [AppDomain]::CurrentDomain.GetAssemblies() |
                Where-Object { `$_.GetName().Name -match '^(BcSalesSync|Microsoft\.Data\.Sqlite|SQLitePCLRaw|Polly|CsvHelper)' } |
                ForEach-Object { [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$_).Name + ' ' + `$_.GetName().Name }
"@
        $contexts | Where-Object { $_ -like 'Default *' } | Sort-Object |
            Should -Be 'Default BcSalesSync.Contracts', 'Default BcSalesSync.PowerShell'
        $contexts | Should -Contain 'BcSalesSync.Engine BcSalesSync.Runtime'
        $contexts | Should -Contain 'BcSalesSync.Engine Microsoft.Data.Sqlite'
    }

    It 'finds its connection and its one engine again when it is imported anew' {
        $result = Invoke-Fresh @"
            Import-Module '$modulePath'
            `$null = Connect-BcSync -Sandbox -Seed empty
            Remove-Module BcSalesSync
            Import-Module '$modulePath' -Force
            (Get-BcConnection).IsSandbox
            @([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'BcSalesSync.Runtime' }).Count
"@
        $result | Should -Be 'True', '1'
    }

    It 'shows <_> with the parameters every command has' -ForEach $manifest.CmdletsToExport {
        Import-Module $modulePath
        (Get-Command $_).OutputType | Should -Not -BeNullOrEmpty
        if ($_ -notin 'Connect-BcSync', 'Get-BcConnection', 'Get-BcProfile', 'Remove-BcProfile') {
            (Get-Command $_).Parameters.Connection.ParameterType.Name | Should -Be 'BcConnection'
        }
    }
}
