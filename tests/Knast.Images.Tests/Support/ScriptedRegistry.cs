using System.Collections.Concurrent;
using System.Net;
using Knast.Images.Store;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Tests.Support;

/// <summary>A registry on the loopback that does what a real one does only now and then: asks for tokens, redirects, breaks off, is overloaded, lies.</summary>
internal sealed class ScriptedRegistry : IDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentDictionary<string, (string MediaType, byte[] Content)> _content = new();
    private readonly Task _serving;

    public ScriptedRegistry()
    {
        (_listener, Domain) = Listen();
        _serving = Task.Run(ServeAsync);
    }

    public string Domain { get; }

    /// <summary>What was asked, as "GET /v2/… Range".</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Answers a request in its own way; false leaves it to the registry.</summary>
    public Func<HttpListenerContext, bool> Script { get; set; } = _ => false;

    public ImageReference Reference(string name) => ImageReference.Parse($"{Domain}/{name}");

    /// <summary>Adds an image with these layers.</summary>
    public ImageManifest Add(string repository, string tag, params SampleLayer[] layers) => AddFor(LocalArchitecture, repository, tag, layers);

    /// <summary>Adds an image for a platform.</summary>
    public ImageManifest AddFor(Platform platform, string repository, string tag, params SampleLayer[] layers)
    {
        byte[] config = OciJson.Write(new ImageConfig
        {
            Os = platform.Os,
            Architecture = platform.Architecture,
            RootFs = new RootFs { Type = RootFs.Layers, DiffIds = [.. layers.Select(layer => layer.DiffId)] },
        });
        var manifest = new ImageManifest
        {
            SchemaVersion = 2,
            MediaType = MediaTypes.ImageManifest,
            Config = AddBlob(repository, MediaTypes.ImageConfig, config),
            Layers = [.. layers.Select(layer => AddBlob(repository, layer.MediaType, layer.Content))],
        };
        AddManifest(repository, tag, MediaTypes.ImageManifest, OciJson.Write(manifest));
        return manifest;
    }

    /// <summary>Adds an index over images that were added under tags.</summary>
    public Digest AddIndex(string repository, string tag, params (string Tag, Platform Platform)[] images)
    {
        byte[] index = OciJson.Write(new ImageIndex
        {
            SchemaVersion = 2,
            MediaType = MediaTypes.ImageIndex,
            Manifests =
            [
                .. images.Select(image =>
                {
                    byte[] content = _content[$"/v2/{repository}/manifests/{image.Tag}"].Content;
                    return new Descriptor
                    {
                        MediaType = MediaTypes.ImageManifest, Digest = Digest.OfContent(content), Size = content.Length, Platform = image.Platform,
                    };
                }),
            ],
        });
        AddManifest(repository, tag, MediaTypes.ImageIndex, index);
        return Digest.OfContent(index);
    }

    public void AddManifest(string repository, string tag, string mediaType, byte[] content)
    {
        _content[$"/v2/{repository}/manifests/{tag}"] = (mediaType, content);
        _content[$"/v2/{repository}/manifests/{Digest.OfContent(content)}"] = (mediaType, content);
    }

    public Descriptor AddBlob(string repository, string mediaType, byte[] content)
    {
        Digest digest = Digest.OfContent(content);
        _content[$"/v2/{repository}/blobs/{digest}"] = ("application/octet-stream", content);
        return new Descriptor { MediaType = mediaType, Digest = digest, Size = content.Length };
    }

    /// <summary>The content of a path, to be sent by a script.</summary>
    public byte[] ContentOf(HttpListenerContext context) => _content[context.Request.Url!.AbsolutePath].Content;

    /// <summary>Replaces what a path gives.</summary>
    public void Replace(string path, byte[] content) => _content[path] = ("application/octet-stream", content);

    public static Platform LocalArchitecture { get; } = LocalPlatform.Value;

    public void Dispose()
    {
        _listener.Close();
        _serving.Wait();
    }

    /// <summary>Sends an answer.</summary>
    public static void Answer(HttpListenerContext context, int status, byte[] body, params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        foreach ((string name, string value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentLength64 = body.Length;
        context.Response.OutputStream.Write(body);
        context.Response.Close();
    }

    // Another test may take the free port first.
    private static (HttpListener Listener, string Domain) Listen()
    {
        while (true)
        {
            string domain = $"localhost:{DockerRegistry.FreePort()}";
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://{domain}/");
            try
            {
                listener.Start();
                return (listener, domain);
            }
            catch (HttpListenerException)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                Requests.Enqueue($"{context.Request.HttpMethod} {context.Request.RawUrl} {context.Request.Headers["Range"]}".TrimEnd());
                _ = Task.Run(() => Serve(context));
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private void Serve(HttpListenerContext context)
    {
        try
        {
            if (!Script(context))
            {
                AnswerHonestly(context);
            }
        }
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The client went away.
        }
    }

    private void AnswerHonestly(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath;
        if (path == "/v2/")
        {
            Answer(context, 200, []);
        }
        else if (!_content.TryGetValue(path, out (string MediaType, byte[] Content) found))
        {
            Answer(context, 404, "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}"u8.ToArray());
        }
        else if (context.Request.Headers["Range"] is { } range)
        {
            int from = int.Parse(range["bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture);
            Answer(context, 206, found.Content[from..], ("Content-Range", $"bytes {from}-{found.Content.Length - 1}/{found.Content.Length}"));
        }
        else
        {
            Answer(context, 200, found.Content, ("Content-Type", found.MediaType));
        }
    }
}
