#Requires -Version 7.4

BeforeDiscovery {
    $examples = Get-ChildItem "$PSScriptRoot/../../examples" -Filter *.ps1
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
