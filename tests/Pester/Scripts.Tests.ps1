#Requires -Version 7.4

BeforeDiscovery {
    $root = Resolve-Path "$PSScriptRoot/../.."
    $scripts = 'build.ps1', 'module', 'examples', 'tests' | ForEach-Object { Get-ChildItem (Join-Path $root $_) -Recurse -File -Include *.ps1, *.psm1, *.psd1 } |
        Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' |
        ForEach-Object { @{ Name = [IO.Path]::GetRelativePath($root, $_.FullName); File = $_.FullName; IsTest = $_.FullName.StartsWith($PSScriptRoot) } }
    $hasAnalyzer = [bool](Get-Module PSScriptAnalyzer -ListAvailable)
    if (-not $hasAnalyzer) {
        Write-Information 'scripts: NOT ANALYSED, there is no PSScriptAnalyzer on this machine' -InformationAction Continue
    }
}

Describe 'PSScriptAnalyzer' -Skip:(-not $hasAnalyzer) {
    BeforeAll {
        # Some rules ask the cmdlets themselves how they are called.
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
    }

    It 'finds nothing in <Name>' -ForEach $scripts {
        $settings = $IsTest ? @{ Settings = "$PSScriptRoot/PSScriptAnalyzerSettings.psd1" } : @{}
        Invoke-ScriptAnalyzer $File @settings | ForEach-Object { "line $($_.Line): $($_.RuleName): $($_.Message)" } | Should -BeNullOrEmpty
    }
}
