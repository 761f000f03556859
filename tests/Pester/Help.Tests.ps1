#Requires -Version 7.4

BeforeDiscovery {
    . "$PSScriptRoot/Module.ps1"
    Import-Module $modulePath
    $commands = foreach ($command in Get-Command -Module BcSalesSync -CommandType Cmdlet) {
        @{ Name = $command.Name; Help = Get-Help $command.Name -Full }
    }
    $examples = foreach ($command in $commands) {
        foreach ($example in $command.Help.examples.example) {
            @{
                Name         = $command.Name
                Title        = $example.title.Trim('- ')
                Code         = $example.code
                IsOwnSystems = $example.remarks.Text -contains 'Needs systems of your own.'
            }
        }
    }

    # In a topic, code is what is indented by eight; what needs more than the sandbox comes after words that say so.
    $topics = foreach ($file in Get-ChildItem "$PSScriptRoot/../../module/en-US" -Filter about_*.help.txt) {
        $isOwnSystems = $false
        $runs, $isTyped = @(), @()
        foreach ($paragraph in (Get-Content $file -Raw) -split '\r?\n\r?\n') {
            if ($paragraph -notmatch '(?m)^ {8}\S') {
                $isOwnSystems = $paragraph -match 'systems of\s+your own:'
                continue
            }
            $code = ($paragraph -split '\r?\n' | Where-Object { $_.StartsWith(' ' * 8) }) -join "`n"
            if ($isOwnSystems) { $isTyped += $code } else { $runs += $code }
        }
        @{ Name = $file.Name -replace '\.help\.txt$'; Code = $runs -join "`n"; Typed = $isTyped -join "`n"; Lines = Get-Content $file }
    }
}

Describe 'Help' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
        $ErrorActionPreference = 'Stop'
        $ConfirmPreference = 'None'

        # Commands that people begin with find both systems as they are before; all others find what was synchronised.
        $beginners = 'Connect-BcSync', 'Find-BcCouplingMatch', 'Import-BcCoupling', 'Initialize-BcSync', 'New-BcCoupling'

        function Save-World([string] $Name, [scriptblock] $SetUp) {
            Connect-BcSync -Sandbox -SandboxPath "$TestDrive/$Name.db" -StatePath "$TestDrive/$Name-state.db" | Out-Null
            & $SetUp | Out-Null
            Disconnect-BcSync | Out-Null
        }

        function Open-World([string] $Name) {
            $folder = New-Item "$TestDrive/$(New-Guid)" -ItemType Directory
            Copy-Item "$TestDrive/$Name*" $folder
            Copy-Item "$PSScriptRoot/../../examples/couplings.csv" $folder
            Set-Location $folder
            Connect-BcSync -Sandbox -SandboxPath "$Name.db" -StatePath "$Name-state.db" | Out-Null
        }

        Save-World fresh {
            Initialize-BcSync
            Start-BcFullSync CURRENCY -Wait
            Find-BcCouplingMatch SALESPEOPLE -UseField displayName | Where-Object Outcome -EQ Matched | New-BcCoupling
        }
        Save-World running {
            Initialize-BcSync
            Set-BcSyncSetup -SalesOrderIntegration OneWay -WriteInProductNo WRITE-IN
            Start-BcFullSync CURRENCY, 'UNIT OF MEASURE' -Wait
            Import-BcCoupling "$PSScriptRoot/../../examples/couplings.csv" -ErrorAction SilentlyContinue
            New-BcCoupling CUSTOMER -SalesName 'Northwind Traders' -CreateIn BusinessCentral
            New-BcCoupling ITEM-PRODUCT 1000 -SalesName Bicycle -Sync ToSales
            Get-BcCoupling CUSTOMER | Invoke-BcSyncNow -Direction ToSales
            Start-BcFullSync -Action FullSync -Wait -WarningAction Ignore
        }
        $start = Get-Location

        function Assert-Typed([string] $Code) {
            $problems = $null
            $syntax = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $problems)
            $problems | Should -BeNullOrEmpty
            foreach ($typed in $syntax.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
                $known = (Get-Command $typed.GetCommandName()).Parameters.Keys
                $typed.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] } |
                    ForEach-Object { $_.ParameterName | Should -BeIn $known }
            }
        }
    }

    AfterEach {
        Get-BcConnection * | Disconnect-BcSync | Out-Null
        Set-Location $start
    }

    AfterAll {
        Set-Location $start
    }

    It 'of <Name> describes the parameters that it has' -ForEach $commands {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters
        $own = (Get-Command $Name).Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object
        $Help.parameters.parameter.name | Sort-Object | Should -Be $own
    }

    It 'of <Name> names parameter sets as they are' -ForEach $commands {
        $Help.syntax.syntaxItem.Count | Should -Be (Get-Command $Name).ParameterSets.Count
    }

    It 'of <Name> sees also what there is' -ForEach $commands {
        foreach ($name in $Help.relatedLinks.navigationLink.linkText) {
            Get-Help $name -ErrorAction Stop | Should -Not -BeNullOrEmpty
        }
    }

    It 'shows by <Name> what runs: <Title>' -ForEach ($examples | Where-Object { -not $_.IsOwnSystems }) {
        Open-World ($Name -in $beginners ? 'fresh' : 'running')
        & ([scriptblock]::Create($Code)) 3>$null 6>$null | Out-Null
    }

    It 'shows by <Name> what can be typed: <Title>' -ForEach ($examples | Where-Object IsOwnSystems) {
        Assert-Typed $Code
    }

    It 'of the topic <Name> shows what runs' -ForEach $topics {
        Open-World ($Name -in 'about_BcSalesSync', 'about_BcSalesSync_Couplings' ? 'fresh' : 'running')
        & ([scriptblock]::Create($Code)) 3>$null 6>$null | Out-Null
        Assert-Typed $Typed
    }

    It 'of the topic <Name> fits a narrow window' -ForEach $topics {
        $Lines | Where-Object Length -GT 78 | Should -BeNullOrEmpty
    }
}
