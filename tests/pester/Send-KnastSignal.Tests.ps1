BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Send-KnastSignal' {
    AfterEach {
        Get-KnastContainer | Remove-KnastContainer -Force
    }

    BeforeEach {
        $container = New-KnastContainer busybox -Name web -Command sh, -c, 'trap "echo caught" USR1; trap "exit 9" TERM; echo ready; while :; do sleep 0.05; done' | Start-KnastContainer
        [void] (Get-KnastContainerLog web -Follow | Select-Object -First 1)
    }

    It 'sends <Signal>' -ForEach @(
        @{ Signal = 'USR1' }
        @{ Signal = 'SIGUSR1' }
        @{ Signal = 'usr1' }
    ) {
        Send-KnastSignal web $Signal | Should -BeNullOrEmpty
        (Get-KnastContainerLog web -Follow | Select-Object -First 2)[1].Text | Should -Be caught
    }

    It 'asks to end where no signal is given' {
        $container | Send-KnastSignal
        (Wait-KnastContainer web -Timeout 20).ExitCode | Should -Be 9
    }

    It 'ends all processes' {
        Send-KnastSignal web KILL -All
        (Wait-KnastContainer web -Timeout 20).ExitCode | Should -Be 137
    }

    It 'does nothing with -WhatIf' {
        Send-KnastSignal web KILL -WhatIf
        (Get-KnastContainer web).Status | Should -Be Running
    }

    It 'says <Id> of <What>' -ForEach @(
        @{ What = 'a signal that is none'; Id = 'SignalUnknown'; Arguments = @{ Name = 'web'; Signal = 'NOSUCH' } }
        @{ What = 'a container that is none'; Id = 'ContainerNotFound'; Arguments = @{ Name = 'nobody' } }
    ) {
        { Send-KnastSignal @Arguments -ErrorAction Stop } | Should -Throw -ErrorId "$Id,Knast.PowerShell.Commands.SendKnastSignalCommand"
    }

    It 'refuses a container that has ended' {
        Stop-KnastContainer web -Force
        Send-KnastSignal web -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].CategoryInfo.Category | Should -Be InvalidOperation
    }
}
