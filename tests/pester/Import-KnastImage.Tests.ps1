BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Import-KnastImage' {
    It 'makes an image of a directory, with what it is to run' {
        $image = Import-KnastImage "$folder/tree" -Reference mine:1 -Command cat, /etc/motd -Environment A=1 -WorkingDirectory /etc -Label app=shop
        $image | Should -BeOfType Knast.Image
        $image.Reference | Should -Be mine:1
        $image.Labels['app'] | Should -Be shop
        Invoke-KnastImage mine:1 | Should -Be 'made of a directory'
        Invoke-KnastImage mine:1 -Command /bin/sh, -c, 'echo $A; pwd' | Should -Be @('1', '/etc')
    }

    It 'gives the same image for the same tree' {
        $first = Import-KnastImage "$folder/tree" -Reference same:1
        $second = Import-KnastImage "$folder/tree" -Reference same:2
        $second.Layers | Should -Be $first.Layers
    }

    It 'resolves a relative path against the session, and takes wildcards and items' {
        Push-Location $folder
        try {
            (Import-KnastImage ./tree -Reference relative:1).Reference | Should -Be relative:1
            (Import-KnastImage ./tre* -Reference wild:1).Reference | Should -Be wild:1
            (Get-Item ./tree | Import-KnastImage -Reference item:1).Reference | Should -Be item:1
        }
        finally {
            Pop-Location
        }
    }

    It 'imports in a job' {
        $job = Import-KnastImage "$folder/tree" -Reference job:1 -AsJob
        ($job | Wait-Job -Timeout 60 | Receive-Job).Reference | Should -Be job:1
    }

    It 'does nothing with -WhatIf' {
        Import-KnastImage "$folder/tree" -Reference never:1 -WhatIf
        Get-KnastImage never* | Should -BeNullOrEmpty
    }

    It 'says <Id> of <What>' -ForEach @(
        @{ What = 'a path with nothing'; Id = 'PathNotFound'; Arguments = @{ Path = '/no/such/path' } }
        @{ What = 'a file that is no archive'; Id = 'ArchiveUnknown'; Arguments = @{ Path = '/usr/bin/busybox' } }
        @{ What = 'a reference that is none'; Id = 'ReferenceInvalid'; Arguments = @{ Path = '/etc'; Reference = 'No Such' } }
        @{ What = 'a platform that is none'; Id = 'PlatformInvalid'; Arguments = @{ Path = '/etc'; Platform = '///' } }
    ) {
        $before = @(Get-KnastImage).Count
        { Import-KnastImage @Arguments -ErrorAction Stop } | Should -Throw -ErrorId "$Id,Knast.PowerShell.Commands.ImportKnastImageCommand"
        @(Get-KnastImage).Count | Should -Be $before
    }

    It 'goes on after a path that cannot be imported' {
        (Import-KnastImage '/no/such/path', "$folder/tree" -Reference after:1 -ErrorAction SilentlyContinue).Reference | Should -Be after:1
    }
}
