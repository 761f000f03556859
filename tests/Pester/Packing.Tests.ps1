#Requires -Version 7.4

Describe 'The package' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        $folder = Split-Path $modulePath
        $archive = (Get-Item "$PSScriptRoot/../../out/BcSalesSync-*.zip" | Select-Object -Last 1).FullName
        $native = Get-ChildItem $folder -Recurse -File | Where-Object FullName -Match '[\\/]native[\\/]'
    }

    It 'is smaller than 15 MB' {
        (Get-Item $archive).Length | Should -BeLessThan 15MB
    }

    It 'has the sum that lies beside it' {
        (Get-Content "$archive.sha256") -split ' +' | Should -Be @((Get-FileHash $archive -Algorithm SHA256).Hash.ToLowerInvariant(), (Split-Path $archive -Leaf))
    }

    It 'sums up every file' {
        $summed = foreach ($line in Get-Content "$folder/SHA256SUMS") {
            $sum, $file = $line -split ' +', 2
            (Get-FileHash "$folder/$file" -Algorithm SHA256).Hash | Should -Be $sum
            $file
        }
        $there = Get-ChildItem $folder -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($folder, $_.FullName).Replace('\', '/') }
        $summed | Sort-Object | Should -Be ($there | Where-Object { $_ -ne 'SHA256SUMS' } | Sort-Object)
    }

    It 'has native files for the systems it runs on, and for no others' {
        $native | ForEach-Object { $_.Directory.Parent.Name } | Sort-Object -Unique |
            Should -Be 'linux-arm64', 'linux-musl-x64', 'linux-x64', 'osx-arm64', 'osx-x64', 'win-arm64', 'win-x64'
    }

    It 'lists no native file that it does not have' {
        $list = Get-Content "$folder/engine/BcSalesSync.Runtime.deps.json" -Raw | ConvertFrom-Json -AsHashtable
        $assets = $list.targets[$list.runtimeTarget.name].Values | ForEach-Object { $_.runtimeTargets?.Keys }
        $assets | Should -Not -BeNullOrEmpty
        foreach ($asset in $assets) { "$folder/engine/$asset" | Should -Exist }
    }

    It 'names each package whose files it ships, with a licence' {
        $list = Get-Content "$folder/engine/BcSalesSync.Runtime.deps.json" -Raw | ConvertFrom-Json -AsHashtable
        $notices = Get-Content "$folder/THIRD-PARTY-NOTICES.txt" -Raw
        foreach ($package in $list.targets[$list.runtimeTarget.name].GetEnumerator()) {
            $isShipped = $package.Value.runtime -or $package.Value.runtimeTargets
            if ($isShipped -and $list.libraries[$package.Key].type -eq 'package') {
                $notices | Should -Match "(?m)^$([regex]::Escape($package.Key.Replace('/', ' ')))\r?\n(    .+\r?\n)*    (Licence|Text):"
            }
        }
        foreach ($text in [regex]::Matches($notices, '(?m)Text: +(licenses/\S+)')) { "$folder/$($text.Groups[1].Value)" | Should -Exist }
    }

    It 'holds no debug information and nothing of tests' {
        Get-ChildItem $folder -Recurse -Include *.pdb, *.Tests.*, xunit* | Should -BeNullOrEmpty
    }

    It 'loads by itself when a command of it is called' {
        $answer = & $shellPath -NoProfile -NonInteractive -Command '(Get-BcProfile no-such-* | Measure-Object).Count; (Get-Module BcSalesSync).ModuleBase'
        $answer | Should -Be '0', $folder
    }
}
