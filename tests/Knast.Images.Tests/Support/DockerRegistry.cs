using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Knast.Images.Tests.Support;

/// <summary>Debian's docker-registry on a free port of the loopback, ended with the test.</summary>
internal sealed class DockerRegistry : IAsyncDisposable
{
    private readonly Process _process;

    private DockerRegistry(Process process, int port)
    {
        _process = process;
        Domain = $"127.0.0.1:{port}";
    }

    /// <summary>Its name in references.</summary>
    public string Domain { get; }

    public static async Task<DockerRegistry> StartAsync(string directory, CancellationToken cancellation)
    {
        Tool.Need("docker-registry");
        Directory.CreateDirectory(directory);
        for (int attempt = 0; attempt < 5; attempt++)
        {
            DockerRegistry registry = await StartOnceAsync(directory, cancellation);
            if (await registry.WaitAsync(cancellation))
            {
                return registry;
            }

            // Another test may have taken the free port first.
            await registry.DisposeAsync();
        }

        throw new InvalidOperationException("docker-registry ends at once, whatever its port.");
    }

    private static async Task<DockerRegistry> StartOnceAsync(string directory, CancellationToken cancellation)
    {
        int port = FreePort();
        string config = Path.Combine(directory, "config.yml");
        await File.WriteAllTextAsync(
            config,
            $"version: 0.1\nlog: {{ level: error }}\nstorage: {{ filesystem: {{ rootdirectory: {directory}/data }} }}\nhttp: {{ addr: 127.0.0.1:{port} }}\n",
            cancellation);
        var start = new ProcessStartInfo(Tool.Find("docker-registry")!, ["serve", config]) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new DockerRegistry(process, port);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Pushes an image of a layout.</summary>
    public void Push(string layout, string name) =>
        Tool.Run("skopeo", "copy", "--dest-tls-verify=false", $"oci:{layout}", $"docker://{Domain}/{name}");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> WaitAsync(CancellationToken cancellation)
    {
        while (!_process.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPEndPoint.Parse(Domain), cancellation);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(10, cancellation);
            }
        }

        return false;
    }
}
