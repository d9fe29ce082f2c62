using System.Text;
using Knast.Oci.RuntimeSpec;

namespace Knast.Oci.Tests;

public sealed class RuntimeConfigValidatorTests
{
    [Theory]
    [InlineData("runtime/runc-spec.json", RuntimePlatform.Linux)]
    [InlineData("runtime/runc-rootless.json", RuntimePlatform.Linux)]
    [InlineData("runtime/crun-spec.json", RuntimePlatform.Linux)]
    [InlineData("runtime/umoci-unpack.json", RuntimePlatform.Linux)]
    [InlineData("runtime/buildah-run.json", RuntimePlatform.Linux)]
    [InlineData("runtime/spec-example.json", RuntimePlatform.Linux)]
    [InlineData("runtime/minimal-for-start.json", RuntimePlatform.Linux)]
    [InlineData("runtime/linux-rdma.json", RuntimePlatform.Linux)]
    [InlineData("runtime/linux-netdevice.json", RuntimePlatform.Linux)]
    [InlineData("runtime/freebsd-example.json", RuntimePlatform.FreeBsd)]
    [InlineData("runtime/freebsd-minimal.json", RuntimePlatform.FreeBsd)]
    [InlineData("runtime/minimal-for-start.json", RuntimePlatform.FreeBsd)]
    public void Valid_configurations_have_no_violation(string name, RuntimePlatform platform) =>
        Assert.Empty(RuntimeConfigValidator.ValidateDocument(Fixture.Bytes(name), platform));

    [Theory]
    [InlineData("runtime/bad-linux-hugepage.json", RuntimePlatform.Linux, "/linux/resources/hugepageLimits/0/pageSize")]
    [InlineData("runtime/bad-linux-netdevice.json", RuntimePlatform.Linux, "/linux/netDevices/eth0/name")]
    [InlineData("runtime/bad-linux-rdma.json", RuntimePlatform.Linux, "/linux/resources/rdma/mlx5_1/hcaHandles")]
    [InlineData("runtime/bad-freebsd-vnet-disable.json", RuntimePlatform.FreeBsd, "/freebsd/jail/vnet")]
    public void The_specifications_bad_examples_are_found(string name, RuntimePlatform platform, string pointer) =>
        Assert.Equal([pointer], RuntimeConfigValidator.ValidateDocument(Fixture.Bytes(name), platform).Select(v => v.Pointer));

    [Theory]
    [InlineData("""{"ociVersion":null}""", "/ociVersion")]
    [InlineData("""{"ociVersion":""}""", "/ociVersion")]
    [InlineData("""{"ociVersion":"1.0"}""", "/ociVersion")]
    [InlineData("""{"ociVersion":"1.0.0.0"}""", "/ociVersion")]
    [InlineData("""{"ociVersion":"01.0.0"}""", "/ociVersion")]
    [InlineData("""{"ociVersion":"1.0.0\n"}""", "/ociVersion")]
    [InlineData("""{"ociVersion":"2.0.0"}""", "/ociVersion")]
    [InlineData("""{"ociVersion":"0.9.0"}""", "/ociVersion")]
    [InlineData("""{"root":null}""", "/root")]
    [InlineData("""{"root":{"path":null}}""", "/root/path")]
    [InlineData("""{"root":{"path":"a\u0000b"}}""", "/root/path")]
    [InlineData("""{"annotations":{"":"x"}}""", "/annotations/")]
    [InlineData("""{"linux":{"namespaces":[{"type":"user"},{"type":"time"}]},"domainname":null}""", "/hostname")]
    [InlineData("""{"linux":{"namespaces":[{"type":"user"},{"type":"time"}]},"hostname":null,"domainname":"x"}""", "/domainname")]
    [InlineData("""{"process":{"cwd":null}}""", "/process/cwd")]
    [InlineData("""{"process":{"cwd":"srv"}}""", "/process/cwd")]
    [InlineData("""{"process":{"args":[]}}""", "/process/args")]
    [InlineData("""{"process":{"args":null}}""", "/process/args")]
    [InlineData("""{"process":{"args":[""]}}""", "/process/args/0")]
    [InlineData("""{"process":{"args":["a","b\u0000c"]}}""", "/process/args/1")]
    [InlineData("""{"process":{"env":["A=1","B"]}}""", "/process/env/1")]
    [InlineData("""{"process":{"env":["=1"]}}""", "/process/env/0")]
    [InlineData("""{"process":{"env":["A=\u0000"]}}""", "/process/env/0")]
    [InlineData("""{"process":{"user":{"uid":null}}}""", "/process/user/uid")]
    [InlineData("""{"process":{"user":{"gid":null}}}""", "/process/user/gid")]
    [InlineData("""{"process":{"user":{"uid":4294967295}}}""", "/process/user/uid")]
    [InlineData("""{"process":{"user":{"gid":4294967295}}}""", "/process/user/gid")]
    [InlineData("""{"process":{"user":{"additionalGids":[1,4294967295]}}}""", "/process/user/additionalGids/1")]
    [InlineData("""{"process":{"user":{"umask":512}}}""", "/process/user/umask")]
    [InlineData("""{"process":{"consoleSize":{"height":1}}}""", "/process/consoleSize/width")]
    [InlineData("""{"process":{"rlimits":[{"type":"RLIMIT_X","soft":1,"hard":1}]}}""", "/process/rlimits/0/type")]
    [InlineData("""{"process":{"rlimits":[{"type":"RLIMIT_KQUEUES","soft":1,"hard":1}]}}""", "/process/rlimits/0/type")]
    [InlineData("""{"process":{"rlimits":[{"soft":1,"hard":1}]}}""", "/process/rlimits/0/type")]
    [InlineData("""{"process":{"rlimits":[{"type":"RLIMIT_CPU","soft":1,"hard":1},{"type":"RLIMIT_CPU","soft":1,"hard":1}]}}""", "/process/rlimits/1/type")]
    [InlineData("""{"process":{"rlimits":[{"type":"RLIMIT_CPU","soft":2,"hard":1}]}}""", "/process/rlimits/0/soft")]
    [InlineData("""{"process":{"rlimits":[{"type":"RLIMIT_CPU","hard":1}]}}""", "/process/rlimits/0/soft")]
    [InlineData("""{"process":{"oomScoreAdj":1001}}""", "/process/oomScoreAdj")]
    [InlineData("""{"process":{"scheduler":{}}}""", "/process/scheduler/policy")]
    [InlineData("""{"process":{"scheduler":{"policy":"SCHED_FAST"}}}""", "/process/scheduler/policy")]
    [InlineData("""{"process":{"scheduler":{"policy":"SCHED_RR","flags":["SCHED_FLAG_X"]}}}""", "/process/scheduler/flags/0")]
    [InlineData("""{"process":{"ioPriority":{"class":null}}}""", "/process/ioPriority/class")]
    [InlineData("""{"process":{"ioPriority":{"class":"RT"}}}""", "/process/ioPriority/class")]
    [InlineData("""{"process":{"ioPriority":{"priority":null}}}""", "/process/ioPriority/priority")]
    [InlineData("""{"process":{"ioPriority":{"priority":8}}}""", "/process/ioPriority/priority")]
    [InlineData("""{"process":{"execCPUAffinity":{"initial":"3-1"}}}""", "/process/execCPUAffinity/initial")]
    [InlineData("""{"process":{"execCPUAffinity":{"final":"a"}}}""", "/process/execCPUAffinity/final")]
    [InlineData("""{"mounts":[{"type":"proc"}]}""", "/mounts/0/destination")]
    [InlineData("""{"mounts":[{"destination":"/x"}]}""", "/mounts/0/type")]
    [InlineData("""{"mounts":[{"destination":"/x","options":["rbind"]}]}""", "/mounts/0/source")]
    [InlineData("""{"mounts":[{"destination":"/x","type":"bind"}]}""", "/mounts/0/source")]
    [InlineData("""{"mounts":[{"destination":"/x","type":"tmpfs","options":["a\u0000"]}]}""", "/mounts/0/options/0")]
    [InlineData("""{"mounts":[{"destination":"/x","type":"tmpfs","uidMappings":[{"containerID":0,"hostID":0,"size":1}]}]}""", "/mounts/0/gidMappings")]
    [InlineData("""{"mounts":[{"destination":"/x","type":"tmpfs","options":["idmap"]}],"linux":{"namespaces":[{"type":"uts"}],"uidMappings":null,"gidMappings":null,"timeOffsets":null}}""", "/mounts/0/options")]
    [InlineData("""{"hooks":{"prestart":[{"path":"x"}]}}""", "/hooks/prestart/0/path")]
    [InlineData("""{"hooks":{"createRuntime":[{}]}}""", "/hooks/createRuntime/0/path")]
    [InlineData("""{"hooks":{"createContainer":[{"path":"/x","timeout":0}]}}""", "/hooks/createContainer/0/timeout")]
    [InlineData("""{"hooks":{"startContainer":[{"path":"/x","timeout":-1}]}}""", "/hooks/startContainer/0/timeout")]
    [InlineData("""{"hooks":{"poststart":[{"path":"/x","env":["A"]}]}}""", "/hooks/poststart/0/env/0")]
    [InlineData("""{"hooks":{"poststop":[{"path":"/x","args":["\u0000"]}]}}""", "/hooks/poststop/0/args/0")]
    [InlineData("""{"linux":{"namespaces":[{"type":"uts"},{"type":"user"},{"type":"time"},{"path":"/x"}]}}""", "/linux/namespaces/3/type")]
    [InlineData("""{"linux":{"namespaces":[{"type":"uts"},{"type":"user"},{"type":"time"},{"type":"net"}]}}""", "/linux/namespaces/3/type")]
    [InlineData("""{"linux":{"namespaces":[{"type":"uts"},{"type":"user"},{"type":"time"},{"type":"uts"}]}}""", "/linux/namespaces/3/type")]
    [InlineData("""{"linux":{"namespaces":[{"type":"uts"},{"type":"user"},{"type":"time"},{"type":"pid","path":"proc/1/ns/pid"}]}}""", "/linux/namespaces/3/path")]
    [InlineData("""{"linux":{"uidMappings":[{"containerID":0,"hostID":0,"size":0}]}}""", "/linux/uidMappings/0/size")]
    [InlineData("""{"linux":{"uidMappings":[{"containerID":0,"size":1}]}}""", "/linux/uidMappings/0/hostID")]
    [InlineData("""{"linux":{"gidMappings":[{"containerID":4294967295,"hostID":0,"size":1}]}}""", "/linux/gidMappings/0/containerID")]
    [InlineData("""{"linux":{"gidMappings":[{"containerID":0,"hostID":0,"size":2},{"containerID":1,"hostID":9,"size":2}]}}""", "/linux/gidMappings/1")]
    [InlineData("""{"linux":{"namespaces":[{"type":"uts"},{"type":"time"}],"gidMappings":null}}""", "/linux/uidMappings")]
    [InlineData("""{"linux":{"timeOffsets":{"realtime":{}}}}""", "/linux/timeOffsets/realtime")]
    [InlineData("""{"linux":{"timeOffsets":{"boottime":{"nanosecs":1000000000}}}}""", "/linux/timeOffsets/boottime/nanosecs")]
    [InlineData("""{"linux":{"namespaces":[{"type":"uts"},{"type":"user"}]}}""", "/linux/timeOffsets")]
    [InlineData("""{"linux":{"devices":[{"path":"/dev/x","type":"x","major":1,"minor":1}]}}""", "/linux/devices/0/type")]
    [InlineData("""{"linux":{"devices":[{"path":"dev/x","type":"c","major":1,"minor":1}]}}""", "/linux/devices/0/path")]
    [InlineData("""{"linux":{"devices":[{"path":"/dev/x","type":"c","minor":1}]}}""", "/linux/devices/0/major")]
    [InlineData("""{"linux":{"devices":[{"path":"/dev/x","type":"c","major":1}]}}""", "/linux/devices/0/minor")]
    [InlineData("""{"linux":{"devices":[{"path":"/dev/x","type":"c","major":1,"minor":-1}]}}""", "/linux/devices/0/minor")]
    [InlineData("""{"linux":{"netDevices":{"a/b":{}}}}""", "/linux/netDevices/a~1b")]
    [InlineData("""{"linux":{"netDevices":{"eth0":{"name":"sixteen-letters1"}}}}""", "/linux/netDevices/eth0/name")]
    [InlineData("""{"linux":{"resources":{"devices":[{"access":"rwm"}]}}}""", "/linux/resources/devices/0/allow")]
    [InlineData("""{"linux":{"resources":{"devices":[{"allow":true,"type":"p"}]}}}""", "/linux/resources/devices/0/type")]
    [InlineData("""{"linux":{"resources":{"devices":[{"allow":true,"access":"rx"}]}}}""", "/linux/resources/devices/0/access")]
    [InlineData("""{"linux":{"resources":{"memory":{"limit":-2}}}}""", "/linux/resources/memory/limit")]
    [InlineData("""{"linux":{"resources":{"memory":{"swappiness":101}}}}""", "/linux/resources/memory/swappiness")]
    [InlineData("""{"linux":{"resources":{"cpu":{"quota":10,"burst":11}}}}""", "/linux/resources/cpu/burst")]
    [InlineData("""{"linux":{"resources":{"cpu":{"idle":2}}}}""", "/linux/resources/cpu/idle")]
    [InlineData("""{"linux":{"resources":{"cpu":{"cpus":"0-"}}}}""", "/linux/resources/cpu/cpus")]
    [InlineData("""{"linux":{"resources":{"cpu":{"mems":"x"}}}}""", "/linux/resources/cpu/mems")]
    [InlineData("""{"linux":{"resources":{"pids":{"limit":-2}}}}""", "/linux/resources/pids/limit")]
    [InlineData("""{"linux":{"resources":{"blockIO":{"weightDevice":[{"major":8,"minor":0}]}}}}""", "/linux/resources/blockIO/weightDevice/0")]
    [InlineData("""{"linux":{"resources":{"blockIO":{"throttleReadBpsDevice":[{"major":8,"minor":0}]}}}}""", "/linux/resources/blockIO/throttleReadBpsDevice/0/rate")]
    [InlineData("""{"linux":{"resources":{"hugepageLimits":[{"pageSize":"2M","limit":1}]}}}""", "/linux/resources/hugepageLimits/0/pageSize")]
    [InlineData("""{"linux":{"resources":{"network":{"priorities":[{"priority":1}]}}}}""", "/linux/resources/network/priorities/0/name")]
    [InlineData("""{"linux":{"resources":{"rdma":{"mlx/1":{}}}}}""", "/linux/resources/rdma/mlx~11")]
    [InlineData("""{"linux":{"resources":{"unified":{"../x":"1"}}}}""", "/linux/resources/unified/..~1x")]
    [InlineData("""{"linux":{"intelRdt":{"closID":"../x"}}}""", "/linux/intelRdt/closID")]
    [InlineData("""{"linux":{"intelRdt":{"memBwSchema":"L3:0=1"}}}""", "/linux/intelRdt/memBwSchema")]
    [InlineData("""{"linux":{"intelRdt":{"schemata":["MB:0=1\nL3:0=1"]}}}""", "/linux/intelRdt/schemata/0")]
    [InlineData("""{"linux":{"memoryPolicy":{}}}""", "/linux/memoryPolicy/mode")]
    [InlineData("""{"linux":{"memoryPolicy":{"mode":"MPOL_BIND","flags":["X"]}}}""", "/linux/memoryPolicy/flags/0")]
    [InlineData("""{"linux":{"sysctl":{"net..x":"1"}}}""", "/linux/sysctl/net..x")]
    [InlineData("""{"linux":{"sysctl":{"../x":"1"}}}""", "/linux/sysctl/..~1x")]
    [InlineData("""{"linux":{"seccomp":{"defaultAction":null}}}""", "/linux/seccomp/defaultAction")]
    [InlineData("""{"linux":{"seccomp":{"defaultAction":"SCMP_ACT_X"}}}""", "/linux/seccomp/defaultAction")]
    [InlineData("""{"linux":{"seccomp":{"defaultErrnoRet":1}}}""", "/linux/seccomp/defaultErrnoRet")]
    [InlineData("""{"linux":{"seccomp":{"architectures":["X86"]}}}""", "/linux/seccomp/architectures/0")]
    [InlineData("""{"linux":{"seccomp":{"flags":["LOG"]}}}""", "/linux/seccomp/flags/0")]
    [InlineData("""{"linux":{"seccomp":{"listenerMetadata":"x"}}}""", "/linux/seccomp/listenerMetadata")]
    [InlineData("""{"linux":{"seccomp":{"syscalls":[{"names":[],"action":"SCMP_ACT_ALLOW"}]}}}""", "/linux/seccomp/syscalls/0/names")]
    [InlineData("""{"linux":{"seccomp":{"syscalls":[{"names":["read"]}]}}}""", "/linux/seccomp/syscalls/0/action")]
    [InlineData("""{"linux":{"seccomp":{"syscalls":[{"names":["read"],"action":"SCMP_ACT_ALLOW","errnoRet":1}]}}}""", "/linux/seccomp/syscalls/0/errnoRet")]
    [InlineData("""{"linux":{"seccomp":{"syscalls":[{"names":["read"],"action":"SCMP_ACT_ALLOW","args":[{"index":6,"value":0,"op":"SCMP_CMP_EQ"}]}]}}}""", "/linux/seccomp/syscalls/0/args/0/index")]
    [InlineData("""{"linux":{"seccomp":{"syscalls":[{"names":["read"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"op":"SCMP_CMP_EQ"}]}]}}}""", "/linux/seccomp/syscalls/0/args/0/value")]
    [InlineData("""{"linux":{"seccomp":{"syscalls":[{"names":["read"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":0,"op":"EQ"}]}]}}}""", "/linux/seccomp/syscalls/0/args/0/op")]
    [InlineData("""{"linux":{"rootfsPropagation":"public"}}""", "/linux/rootfsPropagation")]
    [InlineData("""{"linux":{"maskedPaths":["proc"]}}""", "/linux/maskedPaths/0")]
    [InlineData("""{"linux":{"readonlyPaths":["/proc",""]}}""", "/linux/readonlyPaths/1")]
    [InlineData("""{"linux":{"personality":{}}}""", "/linux/personality/domain")]
    [InlineData("""{"linux":{"personality":{"domain":"LINUX","flags":["X"]}}}""", "/linux/personality/flags/0")]
    public void On_linux_one_breach_is_one_violation(string patch, string pointer) =>
        AssertOneViolation("runtime/spec-example.json", RuntimePlatform.Linux, patch, pointer);

    [Theory]
    [InlineData("""{"mounts":[{"destination":"dev","type":"devfs"}]}""", "/mounts/0/destination")]
    [InlineData("""{"mounts":[{"destination":"/x","type":"nullfs"}]}""", "/mounts/0/source")]
    [InlineData("""{"process":{"rlimits":[{"type":"RLIMIT_NICE","soft":1,"hard":1}]}}""", "/process/rlimits/0/type")]
    [InlineData("""{"freebsd":{"devices":[{"mode":448}]}}""", "/freebsd/devices/0/path")]
    [InlineData("""{"freebsd":{"devices":[{"path":"/dev/pf"}]}}""", "/freebsd/devices/0/path")]
    [InlineData("""{"freebsd":{"devices":[{"path":"../pf"}]}}""", "/freebsd/devices/0/path")]
    [InlineData("""{"freebsd":{"devices":[{"path":"pf","mode":4096}]}}""", "/freebsd/devices/0/mode")]
    [InlineData("""{"freebsd":{"jail":{"host":"disable"}},"hostname":null}""", "/freebsd/jail/host")]
    [InlineData("""{"freebsd":{"jail":{"host":"inherit"}}}""", "/hostname")]
    [InlineData("""{"freebsd":{"jail":{"vnet":"disable"}}}""", "/freebsd/jail/vnet")]
    [InlineData("""{"freebsd":{"jail":{"ip4":"inherit"}}}""", "/freebsd/jail/ip4")]
    [InlineData("""{"freebsd":{"jail":{"ip4Addr":["10.0.0.1"]}}}""", "/freebsd/jail/ip4Addr")]
    [InlineData("""{"freebsd":{"jail":{"ip6":"disable"}}}""", "/freebsd/jail/ip6")]
    [InlineData("""{"freebsd":{"jail":{"ip6Addr":["fd00::1"]}}}""", "/freebsd/jail/ip6Addr")]
    [InlineData("""{"freebsd":{"jail":{"interface":"lo1"}}}""", "/freebsd/jail/interface")]
    [InlineData("""{"freebsd":{"jail":{"vnet":"inherit","vnetInterfaces":["epair0b"]}}}""", "/freebsd/jail/vnetInterfaces")]
    [InlineData("""{"freebsd":{"jail":{"vnet":null,"vnetInterfaces":["epair0b"]}}}""", "/freebsd/jail/vnetInterfaces")]
    [InlineData("""{"freebsd":{"jail":{"vnetInterfaces":["sixteen-letters1"]}}}""", "/freebsd/jail/vnetInterfaces/0")]
    [InlineData("""{"freebsd":{"jail":{"vnet":null,"ip4":"none"}}}""", "/freebsd/jail/ip4")]
    [InlineData("""{"freebsd":{"jail":{"vnet":null,"ip4":"inherit","ip4Addr":["10.0.0.1"]}}}""", "/freebsd/jail/ip4Addr")]
    [InlineData("""{"freebsd":{"jail":{"vnet":null,"ip4Addr":["10.1"]}}}""", "/freebsd/jail/ip4Addr/0")]
    [InlineData("""{"freebsd":{"jail":{"vnet":null,"ip4Addr":["fd00::1"]}}}""", "/freebsd/jail/ip4Addr/0")]
    [InlineData("""{"freebsd":{"jail":{"vnet":null,"ip4Addr":["0.0.0.0"]}}}""", "/freebsd/jail/ip4Addr/0")]
    [InlineData("""{"freebsd":{"jail":{"vnet":null,"ip4Addr":["10.0.0.1","10.0.0.1"]}}}""", "/freebsd/jail/ip4Addr/1")]
    [InlineData("""{"freebsd":{"jail":{"vnet":null,"ip6Addr":["fd00::1/64"]}}}""", "/freebsd/jail/ip6Addr/0")]
    [InlineData("""{"freebsd":{"jail":{"vnet":null,"ip6Addr":["fe80::1%lo0"]}}}""", "/freebsd/jail/ip6Addr/0")]
    [InlineData("""{"freebsd":{"jail":{"sysvmsg":"x"}}}""", "/freebsd/jail/sysvmsg")]
    [InlineData("""{"freebsd":{"jail":{"sysvsem":"x"}}}""", "/freebsd/jail/sysvsem")]
    [InlineData("""{"freebsd":{"jail":{"sysvshm":"x"}}}""", "/freebsd/jail/sysvshm")]
    [InlineData("""{"freebsd":{"jail":{"enforceStatfs":3}}}""", "/freebsd/jail/enforceStatfs")]
    [InlineData("""{"freebsd":{"jail":{"allow":{"mount":["tmpfs","a b"]}}}}""", "/freebsd/jail/allow/mount/1")]
    public void On_freebsd_one_breach_is_one_violation(string patch, string pointer) =>
        AssertOneViolation("runtime/freebsd-example.json", RuntimePlatform.FreeBsd, patch, pointer);

    [Theory]
    [InlineData("""{"process":{"capabilities":{"bounding":["CAP_NO_SUCH"]}}}""")]
    [InlineData("""{"ociVersion":"1.2.3-rc.1+build.5"}""")]
    [InlineData("""{"ociVersion":"1.99.0","newThing":{"a":1}}""")]
    [InlineData("""{"mounts":[{"destination":"relative","type":"tmpfs"}]}""")]
    [InlineData("""{"mounts":[{"destination":"/x","options":["remount","ro"]}]}""")]
    [InlineData("""{"linux":{"rootfsPropagation":"rslave"}}""")]
    [InlineData("""{"linux":{"sysctl":{"net/ipv4/conf/eth0.100/rp_filter":"1"}}}""")]
    [InlineData("""{"linux":{"devices":[{"path":"/run/fifo","type":"p"}]}}""")]
    [InlineData("""{"linux":{"intelRdt":{"closID":"/"}}}""")]
    [InlineData("""{"freebsd":{"jail":{"vnet":"disable"}}}""")]
    [InlineData("""{"process":null}""")]
    public void What_the_specification_lets_pass_passes(string patch) =>
        Assert.Empty(RuntimeConfigValidator.ValidateDocument(
            MergePatch.Apply(Fixture.Bytes("runtime/spec-example.json"), patch), RuntimePlatform.Linux));

    [Fact]
    public void All_violations_come_at_once()
    {
        var violations = RuntimeConfigValidator.ValidateDocument(
            """{"process":{"args":[],"user":{}},"mounts":[{}]}"""u8, RuntimePlatform.Linux);
        Assert.Equal(
            ["/process/user/uid", "/process/user/gid", "/ociVersion", "/root", "/mounts/0/destination", "/mounts/0/type", "/process/cwd", "/process/args"],
            violations.Select(v => v.Pointer));
        Assert.All(violations, v => Assert.StartsWith("runtime-spec ", v.Rule, StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_one_violation()
    {
        var violation = Assert.Single(RuntimeConfigValidator.ValidateDocument(Encoding.UTF8.GetBytes("{\"process\":{\"args\":7}}"), RuntimePlatform.Linux));
        Assert.Equal("/process/args", violation.Pointer);
    }

    [Fact]
    public void Parts_are_validated_by_themselves()
    {
        Assert.Equal(["/cwd", "/args"], RuntimeConfigValidator.Validate(new ContainerProcess(), RuntimePlatform.Linux).Select(v => v.Pointer));
        var resources = new LinuxResources { Memory = new LinuxMemory { Limit = -5 } };
        Assert.Equal(["/memory/limit"], RuntimeConfigValidator.Validate(resources).Select(v => v.Pointer));
    }

    [Fact]
    public void Capabilities_have_their_kernels_numbers()
    {
        Assert.Equal(0, LinuxCapabilityNames.NumberOf("CAP_CHOWN"));
        Assert.Equal(21, LinuxCapabilityNames.NumberOf("CAP_SYS_ADMIN"));
        Assert.Equal(40, LinuxCapabilityNames.NumberOf("CAP_CHECKPOINT_RESTORE"));
        Assert.Null(LinuxCapabilityNames.NumberOf("CAP_NO_SUCH"));
    }

    private static void AssertOneViolation(string name, RuntimePlatform platform, string patch, string pointer)
    {
        var violations = RuntimeConfigValidator.ValidateDocument(MergePatch.Apply(Fixture.Bytes(name), patch), platform);
        Assert.Equal([pointer], violations.Select(v => v.Pointer));
        Assert.NotEmpty(violations[0].Message);
        Assert.StartsWith("runtime-spec ", violations[0].Rule, StringComparison.Ordinal);
    }
}
