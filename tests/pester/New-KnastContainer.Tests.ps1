BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'New-KnastContainer' {
    AfterEach {
        Get-KnastContainer | Remove-KnastContainer -Force
    }

    It 'creates a container whose program waits' {
        $container = New-KnastContainer busybox -Name web -Command sleep, 60
        $container | Should -BeOfType Knast.Container
        $container.Name | Should -Be web
        $container.Status | Should -Be Created
        $container.Image | Should -BeLike '*busybox:latest'
        $container.Command | Should -Be @('sleep', '60')
        $container.Pid | Should -BeGreaterThan 0
    }

    It 'makes up a name where none is given' {
        $names = 1..3 | ForEach-Object { (New-KnastContainer busybox -Command true).Name }
        @($names | Select-Object -Unique).Count | Should -Be 3
    }

    It 'takes images from the pipeline, as objects and as references' {
        $containers = @(Get-KnastImage | New-KnastContainer -Command true) + @('busybox', 'busybox:latest' | New-KnastContainer -Command true)
        $containers.Count | Should -Be 3
        $containers.Status | Should -Be @('Created', 'Created', 'Created')
    }

    It 'takes an image by the beginning of its id' {
        $id = (Get-KnastImage busybox).Id.Substring(7, 12)
        (New-KnastContainer $id -Command true).Status | Should -Be Created
    }

    It 'takes a table, of which empty cells say nothing' {
        $table = 'Name,Image,Command,WorkingDirectory,Environment', 'first,busybox,hostname,,A=1', 'second,busybox,pwd,/etc,'
        $ended = $table | ConvertFrom-Csv | New-KnastContainer | Start-KnastContainer -Wait
        $ended.Name | Should -Be @('first', 'second')
        ($ended | Get-KnastContainerLog).Text | Should -Be @('first', '/etc')
    }

    It 'hands on environment, user, host name and working directory' {
        $script = 'echo $GREETING $FROM_IMAGE; id -u; id -g; hostname; pwd'
        $lines = Invoke-KnastImage busybox -Command sh, -c, $script -Environment @{ GREETING = 'hello' } -User nobody:staff -Hostname inside -WorkingDirectory /etc
        $lines | Should -Be @('hello yes', '65534', '50', 'inside', '/etc')
    }

    It 'limits memory, processors and processes' -Skip:(-not (Test-Path /sys/fs/cgroup/memory)) {
        $files = 'memory/memory.limit_in_bytes', 'memory/memory.memsw.limit_in_bytes', 'cpu/cpu.cfs_quota_us', 'cpuset/cpuset.cpus', 'pids/pids.max'
        $script = "cd /sys/fs/cgroup; cat $files"
        $lines = Invoke-KnastImage busybox -Memory 64MB -MemorySwap '96MB' -Cpu 0.5 -CpuSet 0 -PidsLimit 32 -Command sh, -c, $script
        $lines | Should -Be @('67108864', '100663296', '50000', '0', '32')
    }

    It 'takes limits from a table, of which empty cells say nothing' -Skip:(-not (Test-Path /sys/fs/cgroup/memory)) {
        $table = 'Name,Image,Memory,MemorySwap,Cpu,CpuSet,PidsLimit', 'first,busybox,64MB,-1,1.5,0,7', 'second,busybox,,,,,'
        $script = 'cd /sys/fs/cgroup; cat memory/memory.limit_in_bytes cpu/cpu.cfs_quota_us pids/pids.max'
        $ended = $table | ConvertFrom-Csv | New-KnastContainer -Command sh, -c, $script | Start-KnastContainer -Wait
        ($ended[0] | Get-KnastContainerLog).Text | Should -Be @('67108864', '150000', '7')
        ($ended[1] | Get-KnastContainerLog).Text[1, 2] | Should -Be @('-1', 'max')
    }

    It 'refuses <Parameter> <Value>' -ForEach @(
        @{ Parameter = 'Memory'; Value = 'much'; Id = 'ParameterArgumentTransformationError' }
        @{ Parameter = 'Memory'; Value = -5; Id = 'ParameterArgumentTransformationError' }
        @{ Parameter = 'Cpu'; Value = 0.001; Id = 'CpuInvalid' }
        @{ Parameter = 'Cpu'; Value = -1; Id = 'CpuInvalid' }
        @{ Parameter = 'CpuSet'; Value = '4000'; Id = 'NotSupported' }
        @{ Parameter = 'CpuSet'; Value = 'first'; Id = 'ConfigInvalid' }
        @{ Parameter = 'PidsLimit'; Value = -2; Id = 'PidsLimitInvalid' }
        @{ Parameter = 'MemorySwap'; Value = '1MB'; Id = 'MemoryInvalid' }
    ) {
        $limit = @{ $Parameter = $Value }
        { New-KnastContainer busybox -Name never -Command true @limit -ErrorAction Stop } | Should -Throw -ErrorId "$Id,Knast.PowerShell.Commands.NewKnastContainerCommand"
        Get-KnastContainer | Should -BeNullOrEmpty
    }

    It 'takes environment as <Form>' -ForEach @(
        @{ Form = 'texts'; Value = @('A=1', 'B=two words') }
        @{ Form = 'a hashtable'; Value = @{ A = 1; B = 'two words' } }
    ) {
        Invoke-KnastImage busybox -Command sh, -c, 'echo $A; echo $B' -Environment $Value | Should -Be @('1', 'two words')
    }

    It 'mounts a directory, and read-only where that is asked for' {
        [void] [IO.Directory]::CreateDirectory("$folder/data")
        [IO.File]::WriteAllText("$folder/data/file", 'content')
        $result = Invoke-KnastImage busybox -Mount "$folder/data:/data:ro" -Command sh, -c, 'cat /data/file; echo x > /data/new' -PassThru
        $result.Output | Should -Be 'content'
        $result.ExitCode | Should -Be 1
        $result = Invoke-KnastImage busybox -Mount "type=bind,source=$folder/data,destination=/data" -Command sh, -c, 'echo x > /data/new' -PassThru
        $result.ExitCode | Should -Be 0
        "$folder/data/new" | Should -Exist
    }

    It 'resolves a relative source against the session, not the process' {
        [void] [IO.Directory]::CreateDirectory("$folder/here/data")
        [IO.File]::WriteAllText("$folder/here/data/file", 'relative')
        Push-Location "$folder/here"
        try {
            Invoke-KnastImage busybox -Mount './data:/data' -Command cat, /data/file | Should -Be 'relative'
        }
        finally {
            Pop-Location
        }
    }

    It 'gives a file system in memory of the size asked for' {
        Invoke-KnastImage busybox -Tmpfs '/scratch:size=1MB' -Command sh, -c, 'df -k /scratch | head -n 2 | wc -l; df -k /scratch' |
            Where-Object { $_ -match 'tmpfs\s+1024\s' } | Should -HaveCount 1
    }

    It 'makes the root read-only' {
        (Invoke-KnastImage busybox -ReadOnly -Command sh, -c, 'echo x > /file' -PassThru).ExitCode | Should -Be 1
    }

    It 'sets resource limits' {
        Invoke-KnastImage busybox -ResourceLimit 'nofile=64:128' -Command sh, -c, 'ulimit -Sn; ulimit -Hn' | Should -Be @('64', '128')
    }

    It 'drops and adds capabilities' {
        Invoke-KnastImage busybox -DropCapability ALL -Command sh, -c, 'while read line; do case $line in CapEff*) echo $line;; esac; done < /proc/self/status' |
            Should -Match '0{16}$'
        Invoke-KnastImage busybox -DropCapability ALL -Capability NET_ADMIN -Command sh, -c, 'while read line; do case $line in CapEff*) echo $line;; esac; done < /proc/self/status' |
            Should -Match '0{12}1000$'
    }

    It 'replaces the entry point' {
        $folder2 = "$folder/entry"
        New-TestTree $folder2
        [void] (Import-KnastImage $folder2 -Reference entry:1 -Entrypoint /bin/echo, before -Command after)
        Invoke-KnastImage entry:1 | Should -Be 'before after'
        Invoke-KnastImage entry:1 -Command other | Should -Be 'before other'
        Invoke-KnastImage entry:1 -Entrypoint @() -Command /bin/echo, alone | Should -Be 'alone'
    }

    It 'keeps labels and annotations' {
        $container = New-KnastContainer busybox -Command true -Label @{ app = 'shop' } -Annotation 'org.example.note=value'
        $container.Labels['app'] | Should -Be shop
        (Get-KnastContainerState $container).Annotations['org.example.note'] | Should -Be value
    }

    It 'changes nothing with -WhatIf' {
        $before = Get-Residue
        New-KnastContainer busybox -Name web -Command true -WhatIf
        New-KnastContainer never/pulled -Command true -WhatIf
        Get-Residue | Should -Be $before
        Get-KnastContainer | Should -BeNullOrEmpty
    }

    It 'runs a bundle as it is' {
        New-TestTree "$folder/bundle/rootfs"
        $config = @{
            ociVersion = '1.0.2'
            root       = @{ path = 'rootfs' }
            process    = @{ cwd = '/'; args = @('/bin/echo', 'from a bundle'); user = @{ uid = 0; gid = 0 } }
            linux      = @{ namespaces = @(@{ type = 'pid' }, @{ type = 'mount' }) }
        }
        $config | ConvertTo-Json -Depth 9 | Set-Content "$folder/bundle/config.json"
        Push-Location $folder
        try {
            New-KnastContainer -Bundle ./bundle -Name bundled | Start-KnastContainer -Wait | Get-KnastContainerLog | ForEach-Object Text |
                Should -Be 'from a bundle'
        }
        finally {
            Pop-Location
        }
    }
}

Describe 'New-KnastContainer with what cannot be' {
    It 'says <Id> of <What>, and leaves nothing' -ForEach @(
        @{ What = 'an unknown image'; Id = 'ImageNotFound'; Arguments = @{ Image = 'unknown'; Pull = 'Never' } }
        @{ What = 'a reference that is none'; Id = 'ImageNotFound|ReferenceInvalid'; Arguments = @{ Image = 'No Image'; Pull = 'Never' } }
        @{ What = 'a name with a slash'; Id = 'ContainerNameInvalid'; Arguments = @{ Image = 'busybox'; Name = 'a/b' } }
        @{ What = 'a name of dots'; Id = 'ContainerNameInvalid'; Arguments = @{ Image = 'busybox'; Name = '..' } }
        @{ What = 'a name of 300 characters'; Id = 'ContainerNameInvalid'; Arguments = @{ Image = 'busybox'; Name = 'x' * 300 } }
        @{ What = 'a command that is missing'; Id = '.'; Arguments = @{ Image = 'busybox'; Command = '/bin/missing' } }
        @{ What = 'a command that is not executable'; Id = '.'; Arguments = @{ Image = 'busybox'; Command = '/etc/motd' } }
        @{ What = 'an unknown user'; Id = '.'; Arguments = @{ Image = 'busybox'; Command = 'true'; User = 'nosuchuser' } }
        @{ What = 'a network that does not exist'; Id = 'NetworkNotSupported'; Arguments = @{ Image = 'busybox'; Network = 'bridge' } }
        @{ What = 'a mount without destination'; Id = 'MountInvalid'; Arguments = @{ Image = 'busybox'; Mount = '/etc' } }
        @{ What = 'a mount to a relative path'; Id = 'MountInvalid'; Arguments = @{ Image = 'busybox'; Mount = '/etc:etc' } }
        @{ What = 'a named volume'; Id = 'MountInvalid'; Arguments = @{ Image = 'busybox'; Mount = 'data:/data' } }
        @{ What = 'a mount of nothing'; Id = '.'; Arguments = @{ Image = 'busybox'; Command = 'true'; Mount = '/no/such/path:/data' } }
        @{ What = 'a tmpfs of a size that is none'; Id = 'TmpfsInvalid'; Arguments = @{ Image = 'busybox'; Tmpfs = '/tmp:size=many' } }
        @{ What = 'a limit that is none'; Id = 'ResourceLimitInvalid'; Arguments = @{ Image = 'busybox'; ResourceLimit = 'nofile=many' } }
        @{ What = 'a limit that does not exist'; Id = '.'; Arguments = @{ Image = 'busybox'; Command = 'true'; ResourceLimit = 'nosuch=1' } }
        @{ What = 'an unknown capability'; Id = '.'; Arguments = @{ Image = 'busybox'; Command = 'true'; Capability = 'NO_SUCH' } }
        @{ What = 'a stop signal that is none'; Id = 'SignalUnknown'; Arguments = @{ Image = 'busybox'; StopSignal = 'NOSUCH' } }
        @{ What = 'a bundle that is not there'; Id = '.'; Arguments = @{ Bundle = '/no/such/bundle' } }
    ) {
        $before = Get-Residue
        $problems = @()
        try {
            New-KnastContainer @Arguments -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        }
        catch {
            $problems = @($_)
        }
        @($problems).Count | Should -BeGreaterThan 0
        $problems[0].FullyQualifiedErrorId | Should -Match "$Id,Knast.PowerShell.Commands.NewKnastContainerCommand"
        $problems[0].Exception.Message.Length | Should -BeGreaterThan 20
        Get-Residue | Should -Be $before
    }

    It 'says that a name is taken, and the others of the pipeline go on' {
        $containers = @('busybox', 'busybox' | New-KnastContainer -Name web -Command true -ErrorAction SilentlyContinue -ErrorVariable problems)
        $containers.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ContainerExists,*'
        $problems[0].CategoryInfo.Category | Should -Be ResourceExists
        @('unknown', 'busybox' | New-KnastContainer -Pull Never -Command true -ErrorAction SilentlyContinue).Count | Should -Be 1
        Get-KnastContainer | Remove-KnastContainer -Force
    }

    It 'refuses invalid JSON in a bundle' {
        [void] [IO.Directory]::CreateDirectory("$folder/broken")
        [IO.File]::WriteAllText("$folder/broken/config.json", '{ "ociVersion": ')
        $before = Get-Residue
        New-KnastContainer -Bundle "$folder/broken" -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems[0].CategoryInfo.Category | Should -Be InvalidData
        Get-Residue | Should -Be $before
    }
}
