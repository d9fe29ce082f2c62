using Knast.Shell.Tests.Processes;

namespace Knast.Shell.Tests.Cmdlets;

/// <summary>
/// Every cmdlet of the shell does what pwsh's does. The scripts of all cases run in one process, for starting one costs more than a case.
/// </summary>
public sealed class CmdletTests(CmdletTests.Batch batch) : IClassFixture<CmdletTests.Batch>
{
    private static readonly (string Script, string Expected)[] Cases =
    [
        ("Write-Output 1 2", "1|2"),
        ("(Write-Output @(1, 2) -NoEnumerate | Measure-Object).Count", "1"),
        ("Write-Host a, b -Separator - 6>&1 | ForEach-Object { \"$_\" }", "a-b"),
        ("Write-Information info -Tags t 6>&1 | ForEach-Object { \"$_ $($_.Tags)\" }", "info t"),
        ("Write-Error e -ErrorId Mine -Category ObjectNotFound -TargetObject 5 2>&1 | ForEach-Object { \"$($_.FullyQualifiedErrorId) $($_.CategoryInfo.Category) $($_.TargetObject)\" }", "Mine ObjectNotFound 5"),
        ("Write-Error -Exception ([IO.IOException]'io') 2>&1 | ForEach-Object { $_.Exception.GetType().Name }", "IOException"),
        ("Write-Error e -RecommendedAction fix 2>&1 | ForEach-Object { $_.ErrorDetails.RecommendedAction }", "fix"),
        ("1..10 | Select-Object -First 2", "1|2"),
        ("1..10 | Select-Object -Last 2", "9|10"),
        ("1..10 | Select-Object -Skip 8", "9|10"),
        ("1..10 | Select-Object -SkipLast 8", "1|2"),
        ("1..10 | Select-Object -Skip 1 -Last 2", "8|9"),
        ("1..10 | Select-Object -Index 0, 9", "1|10"),
        ("1, 1, 2 | Select-Object -Unique", "1|2"),
        ("& { for ($i = 0; ; $i++) { $i } } | Select-Object -First 2", "0|1"),
        ("[pscustomobject]@{ A = 1; B = 2 } | Select-Object B, @{ Name = 'C'; Expression = { $_.A * 10 } } | ForEach-Object { \"$_\" }", "@{B=2; C=10}"),
        ("[pscustomobject]@{ A = 1; B = 2 } | Select-Object * -ExcludeProperty A | ForEach-Object { \"$_\" }", "@{B=2}"),
        ("[pscustomobject]@{ A = 1, 2 } | Select-Object -ExpandProperty A", "1|2"),
        ("([pscustomobject]@{ A = 1 } | Select-Object -ExpandProperty Z 2>&1).FullyQualifiedErrorId", "ExpandPropertyNotFound,Knast.Shell.Cmdlets.SelectObjectCommand"),
        ("3, 1, 2 | Sort-Object", "1|2|3"),
        ("3, 1, 2 | Sort-Object -Descending", "3|2|1"),
        ("'b', 'A', 'c' | Sort-Object", "A|b|c"),
        ("3, 1, 3 | Sort-Object -Unique", "1|3"),
        ("3, 1, 2 | Sort-Object -Top 2", "1|2"),
        ("@{ n = 1; g = 2 }, @{ n = 2; g = 1 }, @{ n = 3; g = 2 } | ForEach-Object { [pscustomobject]$_ } | Sort-Object @{ Expression = 'g'; Descending = $true }, n | ForEach-Object n", "1|3|2"),
        ("1..4 | Measure-Object -Sum -Average -Maximum -Minimum | ForEach-Object { \"$($_.Count) $($_.Sum) $($_.Average) $($_.Maximum) $($_.Minimum)\" }", "4 10 2.5 4 1"),
        ("(@() | Measure-Object).Count", "0"),
        ("'ab', 'c' | Measure-Object Length -Sum | ForEach-Object { \"$($_.Property) $($_.Sum)\" }", "Length 3"),
        ("1..5 | Group-Object { $_ % 2 } | ForEach-Object { \"$($_.Name): $($_.Group)\" }", "0: 2 4|1: 1 3 5"),
        ("(1..5 | Group-Object { $_ % 2 } -AsHashTable)[1] -join ','", "1,3,5"),
        ("Compare-Object 1, 2, 3 2, 3, 4 | ForEach-Object { \"$($_.InputObject)$($_.SideIndicator)\" }", "4=>|1<="),
        ("Compare-Object 1, 2 2 -IncludeEqual | ForEach-Object { \"$($_.InputObject)$($_.SideIndicator)\" }", "2==|1<="),
        ("1, 1, 2, 1 | Get-Unique", "1|2|1"),
        ("1, 2 | Join-String -Separator ', ' -OutputPrefix '[' -OutputSuffix ']'", "[1, 2]"),
        ("[pscustomobject]@{ A = 1 } | Format-Table -HideTableHeaders | Out-String | ForEach-Object Trim", "1"),
        ("[pscustomobject]@{ A = 1; B = 2 } | Format-List | Out-String -Stream | Where-Object { $_ }", "A : 1|B : 2"),
        ("('a', 'b' | Out-String).Length", "4"),
        ("'a', 'b' | Out-File $d/out.txt; 'c' >> $d/out.txt; Get-Content $d/out.txt", "a|b|c"),
        ("Set-Content $d/c.txt one, two; Add-Content $d/c.txt three; Get-Content $d/c.txt -Tail 2; (Get-Content $d/c.txt -Raw).Length", "two|three|14"),
        ("Get-Content $d/c.txt -First 1", "one"),
        ("Set-Content $d/b.bin ([byte[]](1, 255)) -AsByteStream; Get-Content $d/b.bin -AsByteStream", "1|255"),
        ("Set-Content $d/n.txt a, b -NoNewline; Get-Content $d/n.txt", "ab"),
        ("(New-Item $d/dir -ItemType Directory).Name; (New-Item $d/dir/file -Value text).Name; Get-Content $d/dir/file", "dir|file|text"),
        ("(New-Item $d/dir -ItemType Directory 2>&1).CategoryInfo.Category", "ResourceExists"),
        ("Test-Path $d/dir, $d/none; Test-Path $d/dir -PathType Leaf; Test-Path ''", "True|False|False|False"),
        ("(Get-Item $d/dir).PSIsContainer", "True"),
        ("Get-Item $d/none* | Measure-Object | ForEach-Object Count", "0"),
        ("Get-ChildItem $d/dir -Name; Get-ChildItem $d -Directory | ForEach-Object Name", "file|dir"),
        ("New-Item $d/dir/deep/er -ItemType Directory -Force | Out-Null; Get-ChildItem $d/dir -Recurse -Directory | ForEach-Object Name", "deep|er"),
        ("Copy-Item $d/dir/file $d/copy; Move-Item $d/copy $d/moved; Rename-Item $d/moved renamed; Get-Content $d/renamed", "text"),
        ("(Remove-Item $d/dir 2>&1).FullyQualifiedErrorId; Test-Path $d/dir; Remove-Item $d/dir -Recurse; Test-Path $d/dir", "DirectoryNotEmpty,Knast.Shell.Cmdlets.RemoveItemCommand|True|False"),
        ("Join-Path /a b c; Split-Path /a/b.txt; Split-Path /a/b.txt -Leaf; Split-Path /a/b.txt -LeafBase; Split-Path /a/b.txt -Extension; Split-Path a -IsAbsolute", "/a/b/c|/a|b.txt|b|.txt|False"),
        ("Push-Location $d; (Get-Location).Path -eq $d; (Resolve-Path ./c.txt).Path -eq \"$d/c.txt\"; Resolve-Path c.txt -Relative; Pop-Location; (Get-Location).Path -eq $d", "True|True|./c.txt|False"),
        ("Convert-Path $d/c.t* | Split-Path -Leaf", "c.txt"),
        ("@{ a = 1 } | ConvertTo-Json -Compress", "{\"a\":1}"),
        ("[ordered]@{ n = $null; r = 2.0; t = $true; e = [DayOfWeek]1; l = @(); s = \"a`n<é>\" } | ConvertTo-Json -Compress", "{\"n\":null,\"r\":2.0,\"t\":true,\"e\":1,\"l\":[],\"s\":\"a\\n<é>\"}"),
        ("$g = [Collections.Generic.Dictionary[string, int]]::new(); $g['a'] = 1; $g | ConvertTo-Json -Compress; $g | ConvertTo-Csv", "{\"a\":1}|\"a\"|\"1\""),
        ("[DayOfWeek]1 | ConvertTo-Json -EnumsAsStrings", "\"Monday\""),
        ("ConvertTo-Json @(1) -Compress; 1, 2 | ConvertTo-Json -Compress; 1 | ConvertTo-Json -AsArray -Compress", "[1]|[1,2]|[1]"),
        ("@{ a = @{ b = @{ c = @{ d = 1 } } } } | ConvertTo-Json -Depth 1 -Compress 3>&1 | ForEach-Object { $_.GetType().Name }", "String|WarningRecord"),
        ("$o = '{\"a\":[1,2.5,\"x\",null,{\"b\":true}],\"t\":\"2024-01-02T03:04:05Z\"}' | ConvertFrom-Json; $o.a[0].GetType().Name; $o.a[1]; $o.a[4].b; $o.t.GetType().Name", "Int64|2.5|True|DateTime"),
        ("('{\"a\":1,\"A\":2}' | ConvertFrom-Json -AsHashtable).Keys -join ','", "a,A"),
        ("try { '{' | ConvertFrom-Json } catch { $_.CategoryInfo.Activity }", "ConvertFrom-Json"),
        ("[pscustomobject]@{ n = 'a\"b,c'; v = 1 } | ConvertTo-Csv", "\"n\",\"v\"|\"a\"\"b,c\",\"1\""),
        ("[pscustomobject]@{ n = \"two`nlines\"; v = '' } | Export-Csv $d/x.csv; (Import-Csv $d/x.csv).n.Length", "9"),
        ("'a;b', '1;2' | ConvertFrom-Csv -Delimiter ';' | ForEach-Object { \"$($_.a)$($_.b)\" }", "12"),
        ("[pscustomobject]@{ A = @{ B = 5 } } | Export-Clixml $d/x.xml; (Import-Clixml $d/x.xml).A.B", "5"),
        ("1, 2 | Export-Clixml $d/y.xml; Import-Clixml $d/y.xml", "1|2"),
        ("(New-Object System.Text.StringBuilder 'abc').Length; (New-Object psobject -Property @{ Z = 1 }).Z; (New-Object Uri 'http://h/').Host", "3|1|h"),
        ("$o = [pscustomobject]@{ X = 2 }; $o | Add-Member Y 3; $o | Add-Member ScriptProperty Z { $this.X * $this.Y }; $o | Add-Member -NotePropertyMembers @{ W = 1 }; \"$($o.Z) $($o.W)\"", "6 1"),
        ("(1 | Add-Member Y 2 -PassThru).Y", "2"),
        ("'x' | Get-Member Length | ForEach-Object { \"$($_.MemberType) $($_.Definition)\" }", "Property int Length {get;}"),
        ("Get-Date 2024-01-02 -Format yyyy/M; (Get-Date -UnixTimeSeconds 0 -AsUTC).Year", "2024/1|1970"),
        ("(New-TimeSpan -Minutes 1 -Seconds 1).TotalSeconds; (New-TimeSpan 2024-01-01 2024-01-03).Days", "61|2"),
        ("(Measure-Command { Start-Sleep -Milliseconds 20 }).TotalMilliseconds -ge 19", "True"),
        ("Get-Random -SetSeed 1 -Maximum 10 | ForEach-Object { $_ -ge 0 -and $_ -lt 10 }; (1..5 | Get-Random -Count 5 | Sort-Object) -join ''; (Get-Random -Maximum 10).GetType().Name", "True|12345|Int32"),
        ("(New-Guid).GetType().Name", "Guid"),
        ("Invoke-Expression '$inv = 1 + 1'; $inv", "2"),
        ("Set-Variable sv 5; $sv; Get-Variable sv -ValueOnly; Remove-Variable sv; $null -eq $sv", "5|5|True"),
        ("New-Variable nv 1 -Option ReadOnly; try { $nv = 2 } catch { $_.FullyQualifiedErrorId }; (New-Variable nv 1 2>&1).FullyQualifiedErrorId", "VariableNotWritable|VariableAlreadyExists,Knast.Shell.Cmdlets.NewVariableCommand"),
        ("1, 2 | Tee-Object -Variable tee | Out-Null; $tee -join ','", "1,2"),
        ("'abc', 'xyz', 'ABC' | Select-String b | ForEach-Object Line; 'a.c' | Select-String . -SimpleMatch -Quiet; (Select-String one $d/c.txt).LineNumber", "abc|ABC|True|1"),
        ("(Get-Process -Id $PID).Id -eq $PID; (Get-Process -Id 999999999 2>&1).FullyQualifiedErrorId", "True|NoProcessFoundForGivenId,Knast.Shell.Cmdlets.GetProcessCommand"),
        ("Set-Alias twice Write-Output; twice 2; (Get-Alias twice).Definition", "2|Write-Output"),
        ("(Get-PSDrive env).Provider.Name", "Environment"),
        ("(Get-Verb Get).Group", "Common"),
        ("(Get-Host).Name", "KnastShell"),
        ("Set-Content $d/data.psd1 '@{ A = 1; B = @(1, 2) }'; (Import-PowerShellDataFile $d/data.psd1).B.Count", "2"),
        ("Set-Content $d/h.txt x -NoNewline; (Get-FileHash $d/h.txt).Hash.Substring(0, 8)", "2D711642"),
        ("try { throw 'boom' } catch { }; (Get-Error).Exception.Message", "boom"),
        ("$f = New-TemporaryFile; $f.Length; Remove-Item $f", "0"),
        ("Add-Type -AssemblyName System.Xml.Linq; [System.Xml.Linq.XName].Name", "XName"),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Cmdlet_does_what_that_of_pwsh_does(int index)
    {
        (string script, string expected) = Cases[index];
        Assert.True(expected == batch.Results[index], $"{script}\nexpected: {expected}\ngot:      {batch.Results[index]}");
    }

    public sealed class Batch : IAsyncLifetime
    {
        public string[] Results { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            using var folder = new TemporaryFolder();
            Directory.CreateDirectory(Path.Combine(folder.Path, "work"));
            var script = new System.Text.StringBuilder("$d = Join-Path $PSScriptRoot work\n");
            foreach ((string text, _) in Cases)
            {
                script.Append("try { $r = @(& {\n").Append(text).Append("\n}) } catch { $r = @(\"ERROR $_\") }\n");
                script.Append("[Console]::Out.Write(($r -join '|') + [char]0)\n");
            }

            ShellResult result = await ShellProcess.RunAsync(["-NoModule", folder.Write("cases.ps1", script.ToString())]);
            Results = result.Output.Split('\0');
            Assert.True(Results.Length == Cases.Length + 1, $"{Results.Length - 1} of {Cases.Length} cases ran; {result.Error}");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
