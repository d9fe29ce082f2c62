BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Remove-KnastImage' {
    BeforeEach {
        New-TestTree "$folder/other"
        [IO.File]::WriteAllText("$folder/other/file", [guid]::NewGuid())
        [void] (Import-KnastImage "$folder/other" -Reference other:1 -Command true)
    }

    AfterEach {
        Get-KnastContainer | Remove-KnastContainer -Force
        Remove-KnastImage other* -Force
        Remove-Item "$folder/other" -Recurse -Force
    }

    It 'removes an image' {
        Remove-KnastImage other:1 -Confirm:$false | Should -BeNullOrEmpty
        Get-KnastImage other* | Should -BeNullOrEmpty
    }

    It 'returns what is gone with -PassThru' {
        (Get-KnastImage other:1 | Remove-KnastImage -Force -PassThru).Reference | Should -Be other:1
    }

    It 'refuses an image that a container uses, unless it is forced' {
        $container = New-KnastContainer other:1 -Command sleep, 60
        Remove-KnastImage other:1 -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.FullyQualifiedErrorId | Should -Be 'ImageInUse,Knast.PowerShell.Commands.RemoveKnastImageCommand'
        $problems.CategoryInfo.Category | Should -Be ResourceBusy
        $problems.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        Remove-KnastImage other:1 -Force
        Get-KnastImage other* | Should -BeNullOrEmpty
        ($container | Start-KnastContainer).Status | Should -Be Running
    }

    It 'removes all that no container uses' {
        [void] (New-KnastContainer busybox -Command true)
        Get-KnastImage | Where-Object Containers -eq 0 | Remove-KnastImage -Confirm:$false
        (Get-KnastImage).Reference | Should -Be busybox:latest
    }

    It 'changes nothing with -WhatIf' {
        Remove-KnastImage * -Force -WhatIf
        @(Get-KnastImage).Count | Should -Be 2
    }

    It 'says that there is no such image, and removes the others' {
        Remove-KnastImage nosuch, other:1 -Force -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.FullyQualifiedErrorId | Should -BeLike 'ImageNotFound,*'
        Get-KnastImage other* | Should -BeNullOrEmpty
    }

    It 'finds nothing by a wildcard without an error' {
        { Remove-KnastImage nosuch* -Force -ErrorAction Stop } | Should -Not -Throw
    }
}
