#Requires -Version 7.4

BeforeDiscovery {
    . "$PSScriptRoot/Module.ps1"
    $names = (Import-PowerShellDataFile $modulePath).CmdletsToExport
}

Describe 'The suite' {
    BeforeAll {
        # Lists of names in loops are no tests of them.
        $files = Get-ChildItem $PSScriptRoot -Filter *.Tests.ps1 | Where-Object Name -NotIn 'Help.Tests.ps1', 'Coverage.Tests.ps1'
        $called = foreach ($file in $files) {
            $syntax = [System.Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref] $null, [ref] $null)
            $syntax.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) | ForEach-Object { $_.GetCommandName() }
        }
    }

    It 'calls <_>' -ForEach $names {
        $called | Should -Contain $_
    }
}
