using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Knast.Shell.Tests.Processes;

/// <summary>The prompt on a pseudo-terminal, which script(1) gives.</summary>
public sealed partial class PromptTests
{
    [Fact]
    public async Task Lines_are_edited_completed_recalled_and_run()
    {
        using Terminal terminal = Start();
        await terminal.UntilAsync("PS ");
        await terminal.RunAsync("20+22\r", "42");
        await terminal.TypeAsync("if ($true) {\r", ">> ");
        await terminal.RunAsync("'de' + 'ep' }\r", "deep");
        await terminal.TypeAsync("Get-ChildIt\t", "Get-ChildItem");
        await terminal.TypeAsync("\u0003", "^C");
        await terminal.RunAsync("\u001b[A\u001b[A\r", "42");
        await terminal.TypeAsync("exit 9\r", "exit 9");
        Assert.Equal(9, await terminal.ExitCodeAsync());
    }

    [Fact]
    public async Task Ctrl_C_stops_the_command_and_not_the_shell()
    {
        using Terminal terminal = Start();
        await terminal.UntilAsync("PS ");
        await terminal.TypeAsync("try { 'sleep' + 'ing'; Start-Sleep 60 } finally { Write-Host ('wo' + 'ken') }\r", "\nsleeping");
        await terminal.TypeAsync("\u0003", "woken\nPS ");
        await terminal.RunAsync("'still' + 'here'\r", "stillhere");
        await terminal.TypeAsync("\u0004", "");
        Assert.Equal(0, await terminal.ExitCodeAsync());
    }

    [Fact]
    public async Task Ctrl_C_takes_a_question_back_and_stops_what_asked_it()
    {
        using Terminal terminal = Start();
        await terminal.UntilAsync("PS ");
        await terminal.TypeAsync("Read-Host ('na' + 'me'); 'went' + 'on'\r", "\nname: ");
        await terminal.TypeAsync("\u0003", "\nPS ");
        await terminal.RunAsync("$? ? 'ye' + 's' : 'n' + 'o'\r", "no");
        await terminal.TypeAsync("exit\r", "exit");
        Assert.Equal(0, await terminal.ExitCodeAsync());
    }

    [Fact]
    public async Task A_confirmation_can_be_suspended_for_a_prompt_of_its_own()
    {
        using Terminal terminal = Start();
        await terminal.UntilAsync("PS ");
        await terminal.TypeAsync("function f { [CmdletBinding(SupportsShouldProcess)] param() if ($PSCmdlet.ShouldProcess('x')) { 'do' + 'ne' } }\r", "\nPS ");
        await terminal.TypeAsync("f -Confirm\r", "(default is \"Y\"): ");
        await terminal.TypeAsync("s\r", "PS ");
        await terminal.RunAsync("'in' + 'side'\r", "inside");
        await terminal.TypeAsync("exit\r", "(default is \"Y\"): ");
        await terminal.RunAsync("y\r", "done");
        await terminal.TypeAsync("exit 4\r", "exit 4");
        Assert.Equal(4, await terminal.ExitCodeAsync());
    }

    [Fact]
    public async Task Progress_is_drawn_and_taken_away_again()
    {
        using Terminal terminal = Start();
        await terminal.UntilAsync("PS ");
        await terminal.TypeAsync("Write-Progress ('Pull' + 'ing') -PercentComplete 50; Read-Host ('a' + 'sk')\r", "Pulling [##########          ]  50%");
        await terminal.TypeAsync("x\r", "x\nPS ");
        await terminal.TypeAsync("exit\r", "exit");
        Assert.Equal(0, await terminal.ExitCodeAsync());
    }

    private static Terminal Start()
    {
        string? script = new[] { "/usr/bin/script", "/bin/script" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(script is null || !OperatingSystem.IsLinux(), "script(1) of util-linux is not on this machine");
        return new Terminal(script!);
    }

    private sealed partial class Terminal : IDisposable
    {
        private readonly Process _process;
        private string _seen = "";

        public Terminal(string script)
        {
            string shell = Path.Combine(AppContext.BaseDirectory, "knast-shell");
            var start = new ProcessStartInfo(script, ["-qefc", $"stty cols 200; exec '{shell}' -NoModule", "/dev/null"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            start.Environment["TERM"] = "xterm";
            _process = Process.Start(start)!;
        }

        public async Task TypeAsync(string keys, string answer)
        {
            _seen = "";
            await _process.StandardInput.WriteAsync(keys);
            await _process.StandardInput.FlushAsync();
            await UntilAsync(answer);
        }

        /// <summary>Types a command, and waits for its output and the next prompt.</summary>
        public async Task RunAsync(string keys, string output)
        {
            await TypeAsync(keys, "\n" + output);
            await UntilAsync(output + "\nPS ");
        }

        // The answer is looked for in what is left when escape sequences and carriage returns are taken out.
        public async Task UntilAsync(string text)
        {
            char[] buffer = new char[4096];
            while (!Plain().Contains(text, StringComparison.Ordinal))
            {
                int read = await _process.StandardOutput.ReadAsync(buffer.AsMemory()).AsTask().WaitAsync(ShellProcess.Patience);
                Assert.True(read > 0, $"The terminal closed before '{text}' came. It showed:\n{Plain()}");
                _seen += new string(buffer, 0, read);
            }
        }

        public async Task<int> ExitCodeAsync()
        {
            Task drained = _process.StandardOutput.ReadToEndAsync();
            await _process.WaitForExitAsync().WaitAsync(ShellProcess.Patience);
            await drained;
            return _process.ExitCode;
        }

        public void Dispose()
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
            _process.Dispose();
        }

        private string Plain() => Sequence().Replace(_seen, "");

        [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]|\e[=>]|\r")]
        private static partial Regex Sequence();
    }
}
