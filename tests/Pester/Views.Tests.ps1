#Requires -Version 7.4

BeforeDiscovery {
    . "$PSScriptRoot/Module.ps1"
    Import-Module $modulePath
    $types = (Get-Command -Module BcSalesSync).OutputType.Type | Where-Object Namespace -EQ 'BcSalesSync.Contracts' | Sort-Object FullName -Unique
    $cases = foreach ($type in $types) { foreach ($width in 80, 120) { @{ Type = $type; Name = $type.Name; Width = $width } } }
}

Describe 'Views' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
        $rendering = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'PlainText'
    }

    AfterAll {
        $PSStyle.OutputRendering = $rendering
    }

    It 'of <Name> fits <Width> columns, with whole headings' -ForEach $cases {
        $lines = ($Type::new() | Out-String -Width $Width) -split '\r?\n'
        $lines | Where-Object Length -GT $Width | Should -BeNullOrEmpty
        $rule = $lines.IndexOf(($lines -match '^-[- ]+$')[0])
        if ($rule -ge 0) {
            # A heading that does not fit goes on below.
            $lines[0..($rule - 1)] | Where-Object { $_ } | Should -HaveCount 1
        }
        else {
            $lines -match '^\w+ +: ' | Should -Not -BeNullOrEmpty
        }
    }

    It 'of <Name> has the columns that matter most in a narrow window' -ForEach ($cases | Where-Object Width -EQ 80) {
        $shown = @(($Type::new() | Out-String -Width 80) -split '\r?\n' -match '\w')[0] -split ' +' -ne ''
        $named = (Get-FormatData $Type.FullName -PowerShellVersion $PSVersionTable.PSVersion).FormatViewDefinition.Control.Headers
        if ($named) { $shown.Count | Should -BeGreaterOrEqual 4 }
    }

    It 'of the detail of <Name> shows everything there is' -ForEach ($cases | Where-Object Width -EQ 120) {
        $value = $Type::new()
        $text = $value | Format-List * | Out-String -Width 120
        foreach ($property in $Type.GetProperties().Name) { $text | Should -Match "(?m)^$property +: |^$property+: " }
    }
}
