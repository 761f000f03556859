#Requires -Version 7.4

BeforeDiscovery {
    $examples = Get-ChildItem "$PSScriptRoot/../../examples" -Filter *.ps1
}

Describe 'Examples' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
    }

    It '<_.Name> runs to its end' -ForEach $examples {
        $shell = $shellPath
        $output = & $shell -NoProfile -NonInteractive -File $_.FullName 2>&1
        $LASTEXITCODE | Should -Be 0 -Because ($output | Out-String)
    }
}
