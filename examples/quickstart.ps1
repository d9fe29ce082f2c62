<#
.SYNOPSIS
    The life of a container, step by step, each object shown.
.DESCRIPTION
    Without an argument it makes an image from this machine's own shell and the libraries that it needs. With -Image it pulls one.
    It works below a temporary root of its own and leaves nothing behind. Run it as root, in pwsh with the module imported, or in Knast.Shell.
.EXAMPLE
    dotnet run --project src/Knast.Shell -- examples/quickstart.ps1
.EXAMPLE
    dotnet run --project src/Knast.Shell -- examples/quickstart.ps1 -Image busybox
#>
param(
    # An image to pull instead, with sh and sleep in it.
    [string] $Image,

    # Where to work instead of a temporary directory; kept when it is given.
    [string] $Root
)

$ErrorActionPreference = 'Stop'

function Step([string] $Title, [scriptblock] $Command) {
    Write-Host ''
    Write-Host "# $Title"
    Write-Host "PS> $("$Command".Trim())"
    . $Command | Out-Host
}

# What an ELF file asks for: its interpreter and its libraries (elf(5)). Nothing for a static one.
function Get-ElfRequirement([string] $Path) {
    $bytes = [IO.File]::ReadAllBytes($Path)
    if ($bytes.Length -lt 64 -or $bytes[0] -ne 0x7f -or $bytes[1] -ne 0x45 -or $bytes[4] -ne 2) { throw "$Path is no 64-bit ELF file." }
    $tableOffset = [BitConverter]::ToInt64($bytes, 32)
    $entrySize = [BitConverter]::ToUInt16($bytes, 54)
    $segments = for ($i = 0; $i -lt [BitConverter]::ToUInt16($bytes, 56); $i++) {
        $at = $tableOffset + $i * $entrySize
        [pscustomobject]@{
            Type    = [BitConverter]::ToUInt32($bytes, $at)
            Offset  = [BitConverter]::ToInt64($bytes, $at + 8)
            Address = [BitConverter]::ToInt64($bytes, $at + 16)
            Size    = [BitConverter]::ToInt64($bytes, $at + 32)
        }
    }
    function Read-Text([long] $At) {
        [Text.Encoding]::ASCII.GetString($bytes, $At, [Array]::IndexOf($bytes, [byte] 0, [int] $At) - $At)
    }

    foreach ($segment in $segments | Where-Object Type -eq 3) { Read-Text $segment.Offset }
    foreach ($dynamic in $segments | Where-Object Type -eq 2) {
        $entries = for ($at = $dynamic.Offset; $at -lt $dynamic.Offset + $dynamic.Size; $at += 16) {
            [pscustomobject]@{ Tag = [BitConverter]::ToInt64($bytes, $at); Value = [BitConverter]::ToInt64($bytes, $at + 8) }
        }
        $strings = ($entries | Where-Object Tag -eq 5).Value
        $holder = $segments | Where-Object { $_.Type -eq 1 -and $strings -ge $_.Address -and $strings -lt $_.Address + $_.Size } | Select-Object -First 1
        foreach ($needed in $entries | Where-Object Tag -eq 1) { Read-Text ($strings - $holder.Address + $holder.Offset + $needed.Value) }
    }
}

function Find-Library([string] $Name) {
    if ($Name.StartsWith('/')) { return $Name }
    $configured = foreach ($file in Get-ChildItem /etc/ld.so.conf.d/*.conf, /etc/ld-musl-*.path -ErrorAction Ignore) {
        [IO.File]::ReadAllLines($file.FullName) | Where-Object { $_.StartsWith('/') }
    }
    foreach ($folder in @($configured) + '/lib', '/lib64', '/usr/lib', '/usr/lib64', '/usr/local/lib') {
        if ($folder -and [IO.File]::Exists("$folder/$Name")) { return "$folder/$Name" }
    }
    throw "The library $Name is in none of the usual folders."
}

# A directory with the programs and, at the places where they look for them, their libraries.
function New-Tree([string] $Tree, [string[]] $Program) {
    $todo = [Collections.Generic.Queue[string]]::new()
    $done = [Collections.Generic.HashSet[string]]::new()
    foreach ($name in $Program) {
        $found = '/bin', '/usr/bin' | Where-Object { [IO.File]::Exists("$_/$name") } | Select-Object -First 1
        if (-not $found) { throw "This machine has no $name in /bin or /usr/bin." }
        $todo.Enqueue("$found/$name")
    }
    while ($todo.Count -gt 0) {
        $path = $todo.Dequeue()
        if (-not $done.Add($path)) { continue }
        [void] [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName("$Tree$path"))
        [IO.File]::Copy($path, "$Tree$path")
        foreach ($library in Get-ElfRequirement $path) { $todo.Enqueue((Find-Library $library)) }
    }
}

$work = if ($Root) { [IO.Path]::GetFullPath($Root) } else { [IO.Directory]::CreateTempSubdirectory('knast-quickstart-').FullName }
$before = $env:KNAST_ROOT
$env:KNAST_ROOT = "$work/root"
try {
    Step 'What works on this host' { Test-KnastHost }

    if ($Image) {
        Step 'Pull an image' { $script:picture = Save-KnastImage $Image; $picture }
    }
    else {
        New-Tree "$work/tree" sh, sleep
        Step 'Make an image of this machine''s own shell' {
            $script:picture = Import-KnastImage "$work/tree" -Reference quickstart:1 -Command sh -Environment 'PATH=/bin:/usr/bin'
            $picture
        }
    }

    Step 'The everyday one-liner: run a command, get its lines, leave nothing' {
        Invoke-KnastImage $picture -Command sh, -c, 'echo "Hello from process $$ of a container."'
    }

    $loop = 'trap "echo asked to end; exit 0" TERM; echo "Good morning, $WHO."; while :; do sleep 0.1; done'
    Step 'Create a container: all is ready, its program waits' {
        $picture | New-KnastContainer -Name hello -Command sh, -c, $loop -Environment @{ WHO = 'world' } -Label @{ from = 'quickstart' }
    }
    Step 'Ask for it by wildcard, by label' { Get-KnastContainer he* -Label from=quickstart | Format-List }
    Step 'Its state in the words of the specification' { Get-KnastContainerState hello }
    Step 'Start it' { Start-KnastContainer hello }
    Step 'Wait until it has said something' { Get-KnastContainerLog hello -Follow | Select-Object -First 1 }
    Step 'Stop it: TERM, and KILL if that does not help' { Get-KnastContainer hello | Stop-KnastContainer -Timeout 5 -PassThru }
    Step 'What it wrote' { Get-KnastContainerLog hello }
    Step 'One that ends by itself, and its exit code' {
        $picture | New-KnastContainer -Name quick -Command sh, -c, 'exit 3' | Start-KnastContainer | Wait-KnastContainer -Timeout 10
    }
    Step 'An error names the thing and the way out, and the others go on' { 'nobody', 'quick' | Get-KnastContainer -ErrorAction Continue }
    Step 'See what a removal would do' { Get-KnastContainer | Remove-KnastContainer -WhatIf }
    Step 'Remove the containers' { Get-KnastContainer | Remove-KnastContainer -Force }
    Step 'Remove the image' { Get-KnastImage | Where-Object Containers -eq 0 | Remove-KnastImage -Force }
    Step 'Nothing is left' { "$(@(Get-KnastContainer).Count) containers, $(@(Get-KnastImage).Count) images" }
}
finally {
    Get-KnastContainer | Remove-KnastContainer -Force
    $env:KNAST_ROOT = $before
    if (-not $Root) { Remove-Item -LiteralPath $work -Recurse -Force }
}
