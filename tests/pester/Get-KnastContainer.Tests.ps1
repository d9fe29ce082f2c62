BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
    [void] (New-KnastContainer busybox -Name web1 -Command sleep, 60 -Label @{ app = 'shop'; tier = 'front' } | Start-KnastContainer)
    [void] (New-KnastContainer busybox -Name web2 -Command sleep, 60 -Label app=mail)
    [void] (New-KnastContainer busybox -Name job -Command sh, -c, 'exit 3' | Start-KnastContainer -Wait)
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Get-KnastContainer' {
    It 'gets all, oldest first' {
        (Get-KnastContainer).Name | Should -Be @('web1', 'web2', 'job')
    }

    It 'gets by <What>' -ForEach @(
        @{ What = 'name'; Arguments = @{ Name = 'web2' }; Expected = 'web2' }
        @{ What = 'names'; Arguments = @{ Name = 'job', 'web1' }; Expected = @('job', 'web1') }
        @{ What = 'wildcard'; Arguments = @{ Name = 'WEB*' }; Expected = @('web1', 'web2') }
        @{ What = 'status'; Arguments = @{ Status = 'Running' }; Expected = 'web1' }
        @{ What = 'statuses'; Arguments = @{ Status = 'Created', 'Stopped' }; Expected = @('web2', 'job') }
        @{ What = 'image'; Arguments = @{ Image = 'busybox' }; Expected = @('web1', 'web2', 'job') }
        @{ What = 'wildcard of images'; Arguments = @{ Image = 'busy*' }; Expected = @('web1', 'web2', 'job') }
        @{ What = 'other image'; Arguments = @{ Image = 'alpine' }; Expected = @() }
        @{ What = 'label'; Arguments = @{ Label = 'app' }; Expected = @('web1', 'web2') }
        @{ What = 'label with value'; Arguments = @{ Label = 'app=shop' }; Expected = 'web1' }
        @{ What = 'labels'; Arguments = @{ Label = @{ app = '*'; tier = 'front' } }; Expected = 'web1' }
        @{ What = 'age'; Arguments = @{ Latest = $true }; Expected = 'job' }
        @{ What = 'number'; Arguments = @{ First = 2 }; Expected = @('web1', 'web2') }
    ) {
        @(Get-KnastContainer @Arguments | ForEach-Object Name) | Should -Be @($Expected)
    }

    It 'gets by id and by the beginning of one' {
        $id = (Get-KnastContainer web1).Id
        (Get-KnastContainer $id).Name | Should -Be web1
        (Get-KnastContainer $id.Substring(0, 12)).Name | Should -Be web1
    }

    It 'looks again at what is piped' {
        $old = New-KnastContainer busybox -Name later -Command sleep, 60
        [void] (Start-KnastContainer later)
        $old.Status | Should -Be Created
        ($old | Get-KnastContainer).Status | Should -Be Running
        Remove-KnastContainer later -Force
    }

    It 'tells what is known of a container' {
        $container = Get-KnastContainer job
        $container.ExitCode | Should -Be 3
        $container.Finished | Should -BeGreaterOrEqual $container.Started
        $container.Hostname | Should -Be job
        $container.Network | Should -Be none
        "$container" | Should -Be job
    }

    It 'says <Id> of <What>' -ForEach @(
        @{ What = 'a name that means nothing'; Id = 'ContainerNotFound'; Name = 'nobody' }
        @{ What = 'a name that cannot be'; Id = 'ContainerNameInvalid'; Name = '../etc' }
    ) {
        Get-KnastContainer $Name -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -Be "$Id,Knast.PowerShell.Commands.GetKnastContainerCommand"
        $problems.TargetObject | Should -Be $Name
    }

    It 'finds nothing by a wildcard without an error' {
        Get-KnastContainer nobody* -ErrorVariable problems | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
    }

    It 'keeps roots apart' {
        Get-KnastContainer -Root "$folder/other" | Should -BeNullOrEmpty
        (Get-KnastContainer -Root "$folder/root").Count | Should -Be 3
    }

    It 'becomes sensible JSON' {
        $json = Get-KnastContainer job | ConvertTo-Json | ConvertFrom-Json
        $json.Name | Should -Be job
        $json.ExitCode | Should -Be 3
        $json.Command | Should -Be @('sh', '-c', 'exit 3')
    }

    It 'survives Export-Clixml' {
        Get-KnastContainer web1 | Export-Clixml "$folder/web1.xml"
        $copy = Import-Clixml "$folder/web1.xml"
        $copy.Id | Should -Be (Get-KnastContainer web1).Id
        $copy.Labels['app'] | Should -Be shop
        ($copy | Get-KnastContainer).Name | Should -Be web1
    }

    It 'fits 100 columns' {
        $lines = Get-KnastContainer | Out-String -Width 100 -Stream
        ($lines -match 'Stopped \(3\)').Count | Should -Be 1
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 120
    }
}
