# What the test files of the cmdlets share: a root of their own with a small image, and a look at what is left behind.
# They want the machine's static busybox. Dot-source this file in BeforeAll, and end with Remove-TestRoot in AfterAll.

if (-not (Get-Command Get-KnastContainer -ErrorAction Ignore)) {
    Import-Module ([IO.Path]::GetFullPath("$PSScriptRoot/../../out/Knast/Knast.psd1"))
}

# A directory with busybox under the names of its most wanted parts.
function New-TestTree([string] $Path) {
    [void] [IO.Directory]::CreateDirectory("$Path/bin")
    [void] [IO.Directory]::CreateDirectory("$Path/etc")
    [IO.File]::Copy('/usr/bin/busybox', "$Path/bin/busybox")
    foreach ($name in 'sh', 'sleep', 'cat', 'ls', 'echo', 'true', 'false', 'uname', 'date', 'hostname', 'id', 'kill', 'head', 'env', 'ip', 'mount', 'df', 'pwd', 'wc') {
        [void] [IO.File]::CreateSymbolicLink("$Path/bin/$name", 'busybox')
    }
    [IO.File]::WriteAllText("$Path/etc/passwd", "root:x:0:0:root:/root:/bin/sh`nnobody:x:65534:65534:nobody:/:/bin/false`n")
    [IO.File]::WriteAllText("$Path/etc/group", "root:x:0:`nnogroup:x:65534:`nstaff:x:50:`n")
    [IO.File]::WriteAllText("$Path/etc/motd", "made of a directory`n")
}

# A root below the temporary directory, chosen by KNAST_ROOT, with the image busybox:latest in it.
function New-TestRoot {
    $folder = [IO.Directory]::CreateTempSubdirectory('knast-pester-').FullName
    $env:KNAST_ROOT = "$folder/root"
    New-TestTree "$folder/tree"
    [void] (Import-KnastImage "$folder/tree" -Reference busybox:latest -Command sh -Environment @{ PATH = '/bin'; FROM_IMAGE = 'yes' } -Label @{ purpose = 'test' })
    $folder
}

function Remove-TestRoot([string] $Folder) {
    Get-KnastContainer | Remove-KnastContainer -Force
    $env:KNAST_ROOT = $null
    Remove-Item -LiteralPath $Folder -Recurse -Force
}

# What there is below the root of this test, so that two looks can be compared: mounts, containers' directories and names, and processes and cgroups of containers.
function Get-Residue {
    $root = $env:KNAST_ROOT
    [IO.File]::ReadAllLines('/proc/self/mountinfo') | Where-Object { $_.Contains($root) } | ForEach-Object { "mount $($_.Split(' ')[4])" }
    foreach ($folder in 'containers', 'names', 'run') {
        if ([IO.Directory]::Exists("$root/$folder")) {
            [IO.Directory]::EnumerateFileSystemEntries("$root/$folder", '*', 'AllDirectories') |
                Where-Object { [IO.Path]::GetDirectoryName($_) -ne $root -and ([IO.File]::Exists($_) -or [IO.Path]::GetDirectoryName($_) -ne "$root/run") }
        }
    }
}
