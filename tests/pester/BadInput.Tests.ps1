# What comes from elsewhere and is wrong: one clear error each, or contained; nothing is left behind, and the others go on.

BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
    Add-Type -AssemblyName System.Formats.Tar

    function New-Bundle([string] $Name, [hashtable] $Change) {
        $bundle = "$folder/$Name"
        New-TestTree "$bundle/rootfs"
        $config = @{
            ociVersion = '1.0.2'
            root       = @{ path = 'rootfs' }
            process    = @{ cwd = '/'; args = @('/bin/true'); user = @{ uid = 0; gid = 0 } }
            mounts     = @(@{ destination = '/proc'; type = 'proc'; source = 'proc' })
            linux      = @{ namespaces = @(@{ type = 'pid' }, @{ type = 'mount' }) }
        }
        foreach ($key in $Change.Keys) { $config[$key] = $Change[$key] }
        $config | ConvertTo-Json -Depth 9 | Set-Content "$bundle/config.json"
        $bundle
    }

    # Files of a name, without following links.
    function Find-File([string] $Path, [string] $Name) {
        $options = [IO.EnumerationOptions] @{ RecurseSubdirectories = $true; AttributesToSkip = 'ReparsePoint' }
        [IO.Directory]::EnumerateFiles($Path, $Name, $options)
    }

    # A tar file of a root file system; each entry is @{ Type; Name; Link; Text }.
    function New-Tar([string] $Path, [object[]] $Entry) {
        $stream = [IO.File]::Create($Path)
        $writer = [System.Formats.Tar.TarWriter]::new($stream)
        foreach ($one in $Entry) {
            $record = [System.Formats.Tar.PaxTarEntry]::new($one.Type, $one.Name)
            if ($one.Link) { $record.LinkName = $one.Link }
            if ($one.Text) { $record.DataStream = [IO.MemoryStream]::new([Text.Encoding]::UTF8.GetBytes($one.Text)) }
            $writer.WriteEntry($record)
        }
        $writer.Dispose()
        $stream.Dispose()
    }
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Bundles' {
    It 'refuses <What>' -ForEach @(
        @{ What = 'a root that is a file'; Name = 'file'; Change = @{ root = @{ path = 'config.json' } } }
        @{ What = 'a root that is not there'; Name = 'nothing'; Change = @{ root = @{ path = 'missing' } } }
        @{ What = 'a working directory that is not there'; Name = 'cwd'; Change = @{ process = @{ cwd = '/no/such'; args = @('/bin/true'); user = @{ uid = 0; gid = 0 } } } }
        @{ What = 'a working directory that is relative'; Name = 'relative'; Change = @{ process = @{ cwd = 'bin'; args = @('/bin/true'); user = @{ uid = 0; gid = 0 } } } }
        @{ What = 'no arguments'; Name = 'args'; Change = @{ process = @{ cwd = '/'; args = @(); user = @{ uid = 0; gid = 0 } } } }
        @{ What = 'an unknown version'; Name = 'version'; Change = @{ ociVersion = '99.0.0' } }
    ) {
        $bundle = New-Bundle $Name $Change
        $before = Get-Residue
        New-KnastContainer -Bundle $bundle -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        @($problems).Count | Should -Be 1
        $problems[0].Exception.Message.Length | Should -BeGreaterThan 20
        Get-Residue | Should -Be $before
    }

    It 'mounts inside, wherever a link in the root leads' {
        $bundle = New-Bundle 'links' @{ mounts = @(
                @{ destination = '/escape/inside'; type = 'tmpfs'; source = 'tmpfs' }
                @{ destination = '/absolute/inside'; type = 'tmpfs'; source = 'tmpfs' }
            )
        }
        [void] [IO.File]::CreateSymbolicLink("$bundle/rootfs/escape", '../../../../../../../..')
        [void] [IO.File]::CreateSymbolicLink("$bundle/rootfs/absolute", '/etc')
        $container = New-KnastContainer -Bundle $bundle -Name links
        '/inside' | Should -Not -Exist
        '/etc/inside' | Should -Not -Exist
        "$bundle/rootfs/inside" | Should -Exist
        "$bundle/rootfs/etc/inside" | Should -Exist
        @([IO.File]::ReadAllLines('/proc/self/mountinfo') | Where-Object { $_.Contains('/inside ') }).Count | Should -Be 0
        $container | Remove-KnastContainer -Force
    }
}

Describe 'Images' {
    It 'refuses a working directory that is not there, when it was asked for' {
        New-KnastContainer busybox -WorkingDirectory /no/such -Command true -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        "$($problems[0].Exception.Message)" | Should -BeLike '*/no/such*'
    }

    It 'contains <What>' -ForEach @(
        @{ What = 'a name that leads outside'; Name = 'dots'; Entries = @(@{ Type = 'RegularFile'; Name = '../../knast-escaped'; Text = 'x' }) }
        @{ What = 'an absolute name'; Name = 'absolute'; Entries = @(@{ Type = 'RegularFile'; Name = '/knast-escaped'; Text = 'x' }) }
        @{ What = 'a file behind an absolute link'; Name = 'link'; Entries = @(@{ Type = 'SymbolicLink'; Name = 'way'; Link = '/' }, @{ Type = 'RegularFile'; Name = 'way/knast-escaped'; Text = 'x' }) }
        @{ What = 'a file behind a link upwards'; Name = 'up'; Entries = @(@{ Type = 'SymbolicLink'; Name = 'way'; Link = '../../..' }, @{ Type = 'RegularFile'; Name = 'way/knast-escaped'; Text = 'x' }) }
        @{ What = 'a hard link to the outside'; Name = 'hard'; Entries = @(, @{ Type = 'HardLink'; Name = 'shadow'; Link = '../../../../../../../etc/passwd' }) }
    ) {
        New-Tar "$folder/$Name.tar" $Entries
        try {
            $image = Import-KnastImage "$folder/$Name.tar" -Reference "bad-${Name}:1" -ErrorAction Stop
            # What was taken in stays inside: the command cannot be found, but the layers have been unpacked.
            New-KnastContainer $image -Command /nothing -ErrorAction SilentlyContinue -ErrorVariable problems
            @($problems).Count | Should -Be 1
        }
        catch {
            $_.FullyQualifiedErrorId | Should -Match '^(Layer|Archive)'
        }
        '/knast-escaped' | Should -Not -Exist
        "$folder/knast-escaped" | Should -Not -Exist
        @(Find-File "$folder/root" knast-escaped | Where-Object { -not $_.StartsWith("$folder/root/layers/") }) | Should -BeNullOrEmpty
        foreach ($copy in Find-File "$folder/root/layers" shadow) {
            [IO.File]::ReadAllText($copy) | Should -Not -BeLike '*root:*'
        }
    }

    It 'refuses an archive that was cut off' {
        [System.Formats.Tar.TarFile]::CreateFromDirectory("$folder/tree", "$folder/whole.tar", $false)
        $bytes = [IO.File]::ReadAllBytes("$folder/whole.tar")
        [IO.File]::WriteAllBytes("$folder/cut.tar", $bytes[0..($bytes.Length / 2)])
        $before = @(Get-KnastImage).Count
        { Import-KnastImage "$folder/cut.tar" -Reference cut:1 -ErrorAction Stop } | Should -Throw -ErrorId 'LayerTruncated,Knast.PowerShell.Commands.ImportKnastImageCommand'
        @(Get-KnastImage).Count | Should -Be $before
    }

    It 'refuses a layer that does not have its digest' {
        [void] [IO.Directory]::CreateDirectory("$folder/layout")
        Copy-Item "$folder/root/images/*" "$folder/layout" -Recurse
        $blob = [IO.Directory]::EnumerateFiles("$folder/layout/blobs/sha256") | Get-Item | Sort-Object Length | Select-Object -Last 1
        $bytes = [IO.File]::ReadAllBytes($blob.FullName)
        $bytes[$bytes.Length / 2] = $bytes[$bytes.Length / 2] -bxor 1
        [IO.File]::WriteAllBytes($blob.FullName, $bytes)
        { Import-KnastImage "$folder/layout" -Root "$folder/second" -ErrorAction Stop } | Should -Throw -ErrorId 'DigestMismatch,Knast.PowerShell.Commands.ImportKnastImageCommand'
        Get-KnastImage -Root "$folder/second" | Should -BeNullOrEmpty
    }
}
