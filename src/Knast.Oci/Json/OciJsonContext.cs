using System.Text.Json.Serialization;
using Knast.Oci.DistributionSpec;
using Knast.Oci.ImageSpec;
using Knast.Oci.RuntimeSpec;

namespace Knast.Oci.Json;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(StringConverter), typeof(BooleanConverter), typeof(Int32Converter), typeof(Int64Converter),
        typeof(UInt16Converter), typeof(UInt32Converter), typeof(UInt64Converter), typeof(BytesConverter),
        typeof(MapConverter<string>), typeof(MapConverter<LinuxTimeOffset>), typeof(MapConverter<LinuxNetDevice>),
        typeof(MapConverter<LinuxRdma>),
        typeof(ListConverter<string>), typeof(ListConverter<uint>), typeof(ListConverter<Descriptor>),
        typeof(ListConverter<Digest>), typeof(ListConverter<FreeBsdDevice>), typeof(ListConverter<HistoryEntry>),
        typeof(ListConverter<Hook>), typeof(ListConverter<LinuxDevice>), typeof(ListConverter<LinuxDeviceCgroup>),
        typeof(ListConverter<LinuxHugepageLimit>), typeof(ListConverter<LinuxIdMapping>),
        typeof(ListConverter<LinuxInterfacePriority>), typeof(ListConverter<LinuxNamespace>),
        typeof(ListConverter<LinuxSeccompArg>), typeof(ListConverter<LinuxSyscall>), typeof(ListConverter<LinuxThrottleDevice>),
        typeof(ListConverter<LinuxWeightDevice>), typeof(ListConverter<Mount>), typeof(ListConverter<PosixRlimit>),
        typeof(ListConverter<RegistryError>),
    ])]
[JsonSerializable(typeof(RuntimeConfig))]
[JsonSerializable(typeof(ContainerProcess))]
[JsonSerializable(typeof(LinuxResources))]
[JsonSerializable(typeof(ContainerState))]
[JsonSerializable(typeof(ContainerProcessState))]
[JsonSerializable(typeof(RuntimeFeatures))]
[JsonSerializable(typeof(ImageIndex))]
[JsonSerializable(typeof(ImageManifest))]
[JsonSerializable(typeof(ImageConfig))]
[JsonSerializable(typeof(ImageLayout))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(TagList))]
[JsonSerializable(typeof(RepositoryList))]
internal sealed partial class OciJsonContext : JsonSerializerContext;
