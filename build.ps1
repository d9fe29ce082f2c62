#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, stages, tests and packs Knast.
.DESCRIPTION
    Every step is one plain command, which is shown before it runs:

        Build   dotnet build Knast.slnx
        Stage   dotnet build -t:Stage src/Knast.PowerShell      the module folder, out/Knast
        Test    dotnet test, then the Pester files: by Pester 5 or newer where it is installed, else by Knast.Shell
        Pack    out/Knast-VERSION.zip

    Each step does what it needs of the ones before it.
.EXAMPLE
    ./build.ps1 Stage
.EXAMPLE
    ./build.ps1 Build, Test -Configuration Release
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Stage', 'Test', 'Pack')]
    [string[]] $Step = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$module = Join-Path $root 'out/Knast'

function Invoke-Native([string] $Program, [string[]] $Argument) {
    Write-Host "> $Program $Argument"
    & $Program @Argument
    if ($LASTEXITCODE -ne 0) { throw "$Program $Argument ended with exit code $LASTEXITCODE." }
}

function Build { Invoke-Native dotnet @('build', "$root/Knast.slnx", '-c', $Configuration, '--nologo') }

function Stage { Invoke-Native dotnet @('build', '-t:Stage', "$root/src/Knast.PowerShell", '-c', $Configuration, '--nologo') }

function Test {
    Push-Location $root
    try {
        Invoke-Native dotnet @('test', '-c', $Configuration)
        Stage
        $pester = Get-Module Pester -ListAvailable | Where-Object Version -ge '5.0' | Sort-Object Version | Select-Object -Last 1
        if (-not $pester) {
            # dotnet test has run them already, by the same runner; here they are shown.
            Invoke-Native dotnet @('run', '--project', "$root/src/Knast.Shell", '-c', $Configuration, '--', '-Pester', "$root/tests/pester")
            return
        }
        Import-Module $pester.Path
        Import-Module $module
        $result = Invoke-Pester "$root/tests/pester" -PassThru -Output Normal
        if ($result.FailedCount -gt 0) { throw "$($result.FailedCount) Pester tests failed." }
    }
    finally {
        Pop-Location
    }
}

function Pack {
    Stage
    $version = (Import-PowerShellDataFile "$root/Knast.psd1").ModuleVersion
    $archive = Join-Path $root "out/Knast-$version.zip"
    if (Test-Path $archive) { Remove-Item $archive }
    [IO.Compression.ZipFile]::CreateFromDirectory($module, $archive, 'Optimal', $true)
    Get-Item $archive
}

foreach ($one in $Step) { & $one }
