using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Knast.Oci.DistributionSpec;
using Knast.Oci.ImageSpec;
using Knast.Oci.RuntimeSpec;

namespace Knast.Oci.Tests;

/// <summary>Whatever the bytes: a document is read, or refused with an <see cref="OciDocumentException"/>, and nothing else happens.</summary>
public sealed class FuzzTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static readonly string[] Names =
    [
        .. new[] { "runtime/spec-example.json", "runtime/freebsd-example.json", "image/spec-config.json", "image/spec-index.json", "runtime/runc-features.json" }
            .SelectMany(name => NamesOf(JsonNode.Parse(Fixture.Bytes(name)))).Distinct(),
        "errors", "code", "detail", "tags", "x", "",
    ];

    [Fact]
    public void Random_bytes() => Check.One(Many, Prop.ForAll<byte[]>(ReadsOrRefuses));

    [Fact]
    public void Random_documents_of_known_names() =>
        Check.One(Many, Prop.ForAll(Objects(4).ToArbitrary(), text => ReadsOrRefuses(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData("runtime/spec-example.json")]
    [InlineData("runtime/freebsd-example.json")]
    [InlineData("image/spec-config.json")]
    [InlineData("image/spec-manifest.json")]
    public void Documents_with_a_few_bytes_changed(string name)
    {
        var original = Fixture.Bytes(name);
        Check.One(Many, Prop.ForAll(Mutations(original).ToArbitrary(), ReadsOrRefuses));
    }

    [Theory]
    [InlineData("runtime/spec-example.json")]
    [InlineData("runtime/freebsd-example.json")]
    public void A_value_replaced_by_another_is_read_or_refused_at_its_place(string name)
    {
        var original = Fixture.Bytes(name);
        var pointers = PointersOf(JsonNode.Parse(original), "").Where(p => p.Length > 0).ToArray();
        var mutations = from pointer in Gen.Elements(pointers) from value in Values(2) select (pointer, value);
        Check.One(Many, Prop.ForAll(mutations.ToArbitrary(), mutation =>
        {
            var bytes = Encoding.UTF8.GetBytes(Replace(JsonNode.Parse(original)!, mutation.pointer, mutation.value));
            try
            {
                _ = RuntimeConfigValidator.Validate(OciJson.Read<RuntimeConfig>(bytes), RuntimePlatform.Linux);
                return true;
            }
            catch (OciDocumentException fault)
            {
                return fault.Pointer == mutation.pointer || fault.Pointer.StartsWith(mutation.pointer + "/", StringComparison.Ordinal);
            }
        }));
    }

    private static bool ReadsOrRefuses(byte[] bytes)
    {
        var isRead = Reads<RuntimeConfig>(bytes, config =>
        {
            _ = RuntimeConfigValidator.Validate(config, RuntimePlatform.Linux);
            _ = RuntimeConfigValidator.Validate(config, RuntimePlatform.FreeBsd);
            _ = RuntimeConfigComposer.Compose(config, null, new RuntimeOverrides());
        });
        isRead &= Reads<ImageConfig>(bytes, config =>
        {
            _ = ImageValidator.Validate(config);
            _ = RuntimeConfigComposer.Compose(RuntimeConfigDefaults.ForLinux(), config, new RuntimeOverrides());
        });
        isRead &= Reads<ImageManifest>(bytes, manifest => ImageValidator.Validate(manifest));
        isRead &= Reads<ImageIndex>(bytes, index =>
        {
            _ = ImageValidator.Validate(index);
            _ = PlatformMatcher.Select(index.Manifests, Platform.Parse("linux/arm64/v8"));
        });
        _ = RuntimeConfigValidator.ValidateDocument(bytes, RuntimePlatform.Linux);
        isRead &= DetectsOrRefuses(bytes);
        return isRead & Reads<RuntimeFeatures>(bytes, _ => { }) & Reads<ErrorResponse>(bytes, _ => { }) & Reads<TagList>(bytes, _ => { });
    }

    private static bool DetectsOrRefuses(byte[] bytes)
    {
        try
        {
            return ManifestMediaType.Detect(bytes).Length > 0;
        }
        catch (OciDocumentException fault)
        {
            return fault.Sentence.Length > 0;
        }
    }

    // What is read is written, and comes back as the same.
    private static bool Reads<T>(byte[] bytes, Action<T> use)
        where T : class, IOciDocument
    {
        T document;
        try
        {
            document = OciJson.Read<T>(bytes, "fuzz");
        }
        catch (OciDocumentException fault)
        {
            return fault.Line >= 1 && fault.Column >= 1 && fault.Sentence.Length > 0;
        }

        use(document);
        var written = OciJson.Write(document);
        return written.AsSpan().SequenceEqual(OciJson.Write(OciJson.Read<T>(written)));
    }

    private static Gen<string> Objects(int depth) =>
        from members in Gen.ListOf(Members(depth))
        select "{" + string.Join(",", members.Take(8)) + "}";

    private static Gen<string> Members(int depth) =>
        from name in Gen.Elements(Names)
        from value in Values(depth - 1)
        select JsonValue.Create(name).ToJsonString() + ":" + value;

    private static Gen<string> Values(int depth)
    {
        var scalar = Gen.Elements(
            "null", "true", "false", "0", "1", "-1", "2147483648", "4294967295", "18446744073709551616", "1.5", "1e400", "\"\"", "\"/x\"", "\"a\"",
            "\"1.3.0\"", "\"\\u0000\"", "\"\\ud800\"", "\"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"", "\"new\"",
            "\"uts\"", "\"A=1\"", "\"2026-01-02T03:04:05Z\"", "\"e30=\"");
        if (depth <= 0)
            return scalar;
        var array = from items in Gen.ListOf(Values(depth - 1)) select "[" + string.Join(",", items.Take(4)) + "]";
        return Gen.OneOf(scalar, array, Objects(depth));
    }

    private static Gen<byte[]> Mutations(byte[] original) =>
        from edits in Gen.NonEmptyListOf(
            from place in Gen.Choose(0, original.Length - 1)
            from kind in Gen.Choose(0, 3)
            from value in Gen.Elements<byte>([0, 0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D, 0x30, 0x6E, 0x5C, 0x20, 0xC3, 0xFF])
            select (place, kind, value))
        select edits.Take(4).Aggregate(original, (bytes, edit) =>
        {
            var place = Math.Min(edit.place, bytes.Length);
            return edit.kind switch
            {
                0 => [.. bytes[..place], edit.value, .. bytes[Math.Min(place + 1, bytes.Length)..]],
                1 => [.. bytes[..place], edit.value, .. bytes[place..]],
                2 => [.. bytes[..place], .. bytes[Math.Min(place + 1, bytes.Length)..]],
                _ => bytes[..place],
            };
        });

    private static IEnumerable<string> NamesOf(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => NamesOf(p.Value).Prepend(p.Key)),
        JsonArray a => a.SelectMany(NamesOf),
        _ => [],
    };

    private static IEnumerable<string> PointersOf(JsonNode? node, string pointer) => (node switch
    {
        JsonObject o => o.SelectMany(p => PointersOf(p.Value, $"{pointer}/{p.Key}")),
        JsonArray a => a.SelectMany((item, i) => PointersOf(item, $"{pointer}/{i}")),
        _ => [],
    }).Prepend(pointer);

    private static string Replace(JsonNode root, string pointer, string value)
    {
        const string Marker = "\"@replaced@\"";
        var parts = pointer.Split('/')[1..];
        var parent = parts[..^1].Aggregate(root, (node, part) => (node is JsonArray array ? array[int.Parse(part)] : node[part])!);
        if (parent is JsonArray list)
            list[int.Parse(parts[^1])] = JsonNode.Parse(Marker);
        else
            parent[parts[^1]] = JsonNode.Parse(Marker);
        return root.ToJsonString().Replace(Marker, value, StringComparison.Ordinal);
    }
}
