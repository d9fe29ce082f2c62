BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
    $listens = 'trap "exit 4" TERM; trap "exit 5" INT; echo ready; while :; do sleep 0.05; done'
    function Start-Listening([string[]] $Name) {
        foreach ($one in $Name) {
            $container = New-KnastContainer busybox -Name $one -Command sh, -c, $listens | Start-KnastContainer
            [void] (Get-KnastContainerLog $one -Follow | Select-Object -First 1)
            $container
        }
    }
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Stop-KnastContainer' {
    AfterEach {
        Get-KnastContainer | Remove-KnastContainer -Force
    }

    It 'is silent and asks with the stop signal' {
        Start-Listening web | Stop-KnastContainer | Should -BeNullOrEmpty
        $container = Get-KnastContainer web
        $container.Status | Should -Be Stopped
        $container.ExitCode | Should -Be 4
    }

    It 'asks with the signal given' {
        (Start-Listening web | Stop-KnastContainer -Signal SIGINT -PassThru).ExitCode | Should -Be 5
    }

    It 'kills what does not end in time' {
        $container = New-KnastContainer busybox -Name deaf -Command sleep, 60 | Start-KnastContainer
        ($container | Stop-KnastContainer -Timeout 0.2 -PassThru).ExitCode | Should -Be 137
    }

    It 'kills at once with -Force' {
        (Start-Listening web | Stop-KnastContainer -Force -PassThru).ExitCode | Should -Be 137
    }

    It 'stops all that a wildcard means, and Get-KnastContainer | Stop-KnastContainer all' {
        [void] (Start-Listening web1, web2, database)
        Stop-KnastContainer web*
        (Get-KnastContainer -Status Running).Name | Should -Be database
        Get-KnastContainer | Stop-KnastContainer
        Get-KnastContainer -Status Running | Should -BeNullOrEmpty
    }

    It 'does nothing with -WhatIf' {
        Start-Listening web | Stop-KnastContainer -WhatIf
        (Get-KnastContainer web).Status | Should -Be Running
    }

    It 'takes objects that came from another session, by their property' {
        $copy = [pscustomobject]@{ Id = (Start-Listening web).Id }
        $copy | Stop-KnastContainer
        (Get-KnastContainer web).Status | Should -Be Stopped
        Start-KnastContainer web | Export-Clixml "$folder/container.xml"
        Import-Clixml "$folder/container.xml" | Stop-KnastContainer -Force -PassThru | ForEach-Object Name | Should -Be web
    }

    It 'says <Id> of <What>' -ForEach @(
        @{ What = 'a name that means nothing'; Id = 'ContainerNotFound'; Arguments = @{ Name = 'nobody' } }
        @{ What = 'a signal that is none'; Id = 'SignalUnknown'; Arguments = @{ Name = 'nobody'; Signal = 'NOSUCH' } }
        @{ What = 'a time that is none'; Id = 'ParameterArgumentTransformationError'; Arguments = @{ Name = 'nobody'; Timeout = 'soon' } }
        @{ What = 'a negative time'; Id = 'ParameterArgumentTransformationError'; Arguments = @{ Name = 'nobody'; Timeout = -1 } }
    ) {
        { Stop-KnastContainer @Arguments -ErrorAction Stop } | Should -Throw -ErrorId "$Id,Knast.PowerShell.Commands.StopKnastContainerCommand"
    }

    It 'finds nothing by a wildcard without an error' {
        { Stop-KnastContainer nobody* -ErrorAction Stop } | Should -Not -Throw
    }
}
