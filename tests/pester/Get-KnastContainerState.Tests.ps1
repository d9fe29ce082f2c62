BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Get-KnastContainerState' {
    AfterEach {
        Get-KnastContainer | Remove-KnastContainer -Force
    }

    It 'tells the state in the words of the specification' {
        $container = New-KnastContainer busybox -Name web -Command sleep, 60 -Annotation 'org.example.a=b'
        $state = Get-KnastContainerState web
        $state | Should -BeOfType Knast.ContainerState
        $state.Id | Should -Be $container.Id
        $state.Status | Should -BeExactly created
        $state.OciVersion | Should -Match '^1\.\d+\.\d+$'
        $state.Annotations['org.example.a'] | Should -Be b
        "$($state.Bundle)/config.json" | Should -Exist

        [void] (Start-KnastContainer web)
        $state = Get-KnastContainer web | Get-KnastContainerState
        $state.Status | Should -BeExactly running
        "/proc/$($state.Pid)" | Should -Exist

        Stop-KnastContainer web -Force
        (Get-KnastContainerState web).Status | Should -BeExactly stopped
    }

    It 'says that there is no such container' {
        { Get-KnastContainerState nobody -ErrorAction Stop } | Should -Throw -ErrorId 'ContainerNotFound,Knast.PowerShell.Commands.GetKnastContainerStateCommand'
    }
}
