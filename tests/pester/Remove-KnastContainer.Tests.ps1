BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Remove-KnastContainer' {
    AfterEach {
        Get-KnastContainer | Remove-KnastContainer -Force
    }

    It 'removes a container with all that was made for it' {
        $before = Get-Residue
        $container = New-KnastContainer busybox -Name web -Command sleep, 60 -Tmpfs /tmp | Start-KnastContainer
        Get-Residue | Should -Not -Be $before
        $container | Remove-KnastContainer -Force | Should -BeNullOrEmpty
        Get-Residue | Should -Be $before
        "/proc/$($container.Pid)" | Should -Not -Exist
    }

    It 'removes one that was never started, and one that has ended' {
        New-KnastContainer busybox -Name created -Command true | Remove-KnastContainer -Confirm:$false
        New-KnastContainer busybox -Name ended -Command true | Start-KnastContainer -Wait | Remove-KnastContainer -Confirm:$false
        Get-KnastContainer | Should -BeNullOrEmpty
    }

    It 'does not remove one that runs, unless it is forced' {
        $container = New-KnastContainer busybox -Name web -Command sleep, 60 | Start-KnastContainer
        $container | Remove-KnastContainer -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].CategoryInfo.Category | Should -Be InvalidOperation
        $problems[0].TargetObject.Name | Should -Be web
        (Get-KnastContainer web).Status | Should -Be Running
        $container | Remove-KnastContainer -Force -PassThru | ForEach-Object Name | Should -Be web
    }

    It 'changes nothing with -WhatIf, forced or not' {
        1..2 | ForEach-Object { [void] (New-KnastContainer busybox -Name "web$_" -Command sleep, 60) }
        Get-KnastContainer web* | Remove-KnastContainer -Force -WhatIf
        Remove-KnastContainer web* -WhatIf
        @(Get-KnastContainer).Count | Should -Be 2
    }

    It 'gives the name free again' {
        New-KnastContainer busybox -Name web -Command true | Remove-KnastContainer -Force
        (New-KnastContainer busybox -Name web -Command true).Status | Should -Be Created
    }

    It 'says that there is no such container, and removes the others' {
        [void] (New-KnastContainer busybox -Name web -Command true)
        Remove-KnastContainer nobody, web -Force -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.FullyQualifiedErrorId | Should -BeLike 'ContainerNotFound,*'
        Get-KnastContainer | Should -BeNullOrEmpty
    }

    It 'is of high impact' {
        [Knast.PowerShell.Commands.RemoveKnastContainerCommand].GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0].ConfirmImpact | Should -Be High
    }
}
