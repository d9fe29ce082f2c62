using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Knast.PowerShell.Tests.Pester;

/// <summary>Debian's docker-registry on a port of this machine, with two small images that umoci made; none where these programs are not installed.</summary>
public sealed class TestRegistry : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("knast-registry-").FullName;
    private Process? _server;

    /// <summary>Host and port; null where there is no registry.</summary>
    public string? Address { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!((string[])["docker-registry", "umoci", "skopeo", "busybox"]).All(program => File.Exists("/usr/bin/" + program)))
            return;
        string address = $"127.0.0.1:{FreePort()}";
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "config.yml"),
            $"version: 0.1\nlog: {{level: error}}\nstorage: {{filesystem: {{rootdirectory: {_folder}/data}}}}\nhttp: {{addr: \"{address}\"}}\n");
        _server = Process.Start(new ProcessStartInfo("docker-registry", ["serve", Path.Combine(_folder, "config.yml")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await AnswersAsync(address);
        MakeImage();
        foreach (string name in (string[])["busybox", "other"])
            Run("skopeo", "copy", "-q", "--dest-tls-verify=false", $"oci:{_folder}/oci:1", $"docker://{address}/test/{name}:1");
        Address = address;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            _server.Kill();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private void MakeImage()
    {
        string oci = Path.Combine(_folder, "oci"), bundle = Path.Combine(_folder, "bundle");
        Run("umoci", "init", "--layout", oci);
        Run("umoci", "new", "--image", oci + ":1");
        Run("umoci", "unpack", "--image", oci + ":1", bundle);
        string bin = Directory.CreateDirectory(Path.Combine(bundle, "rootfs", "bin")).FullName;
        File.Copy("/usr/bin/busybox", Path.Combine(bin, "busybox"));
        foreach (string name in (string[])["sh", "sleep", "echo", "true"])
            File.CreateSymbolicLink(Path.Combine(bin, name), "busybox");
        Run("umoci", "repack", "--image", oci + ":1", bundle);
        Run("umoci", "config", "--image", oci + ":1", "--config.env", "PATH=/bin", "--config.cmd", "sh");
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error}");
    }

    private static async Task AnswersAsync(string address)
    {
        using var client = new HttpClient();
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                using HttpResponseMessage answer = await client.GetAsync(new Uri($"http://{address}/v2/"));
                return;
            }
            catch (HttpRequestException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
