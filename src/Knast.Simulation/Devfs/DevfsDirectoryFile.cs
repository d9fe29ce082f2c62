using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Devfs;

/// <summary>An open directory of devfs, which takes the requests of devfs(8).</summary>
internal sealed class DevfsDirectoryFile(DevfsNode node, OpenFlags flags) : NodeFile(node, flags)
{
    private const uint AddRule = 0xC0EC4400;
    private const uint DeleteRule = 0x80044401;
    private const uint ApplyRule = 0x80EC4402;
    private const uint ApplyRuleById = 0x80044403;
    private const uint NextRule = 0xC0EC4404;
    private const uint UseSet = 0x8002440A;
    private const uint ApplySet = 0x8002440B;
    private const uint NextSet = 0xC002440C;

    private DevfsFileSystem FileSystem => (DevfsFileSystem)Node.FileSystem;

    public override long Ioctl(CallContext call, uint request)
    {
        KernelError.Unless(call.Process.Credentials is { IsSuperuser: true, IsInJail: false }, ErrorCode.EPERM);
        DevfsRulesetTable rulesets = call.Machine.Rulesets;
        switch (request)
        {
            case AddRule:
                Add(call, rulesets, ReadRule(call));
                return 0;
            case ApplyRule:
                DevfsRule given = ReadRule(call);
                KernelError.Unless(!given.HasInclude || rulesets.Find(given.Include) is not null, ErrorCode.ESRCH);
                FileSystem.Apply(given);
                return 0;
            case ApplyRuleById:
                FileSystem.Apply(RequireRule(call, rulesets));
                return 0;
            case DeleteRule:
                rulesets.Remove(RequireRule(call, rulesets));
                return 0;
            case NextRule:
                GiveNextRule(call, rulesets);
                return 0;
            case UseSet:
                FileSystem.Use(ReadSet(call), applies: false);
                return 0;
            case ApplySet:
                ushort set = ReadSet(call) is var number and not 0 ? number : FileSystem.Ruleset;
                KernelError.Unless(rulesets.Find(set) is not null, ErrorCode.ESRCH);
                FileSystem.Apply(set);
                return 0;
            case NextSet:
                ushort after = ReadSet(call);
                DevfsRuleset next = rulesets.All.FirstOrDefault(known => known.Number > after) ?? throw new KernelError(ErrorCode.ENOENT);
                BinaryPrimitives.WriteUInt16LittleEndian(call.Memory.Write(call.Address(2), 2), next.Number);
                return 0;
            default:
                throw new KernelError(ErrorCode.ENOTTY);
        }
    }

    private static void Add(CallContext call, DevfsRulesetTable rulesets, DevfsRule rule)
    {
        KernelError.Unless(rulesets.FindRule(rule.Id) is null, ErrorCode.EEXIST);
        KernelError.Unless(rule.Ruleset != 0, ErrorCode.EIO);
        uint asked = rule.Id;
        rulesets.Add(rule);
        byte[] answer = rule.Bytes.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(4), asked);
        call.Memory.Write(call.Address(2), answer);
    }

    private static ushort ReadSet(CallContext call) => BinaryPrimitives.ReadUInt16LittleEndian(call.Memory.Read(call.Address(2), 2));

    // Ruleset 0 stands for the one of the mount.
    private uint Complete(uint id) => id >> 16 == 0 ? ((uint)FileSystem.Ruleset << 16) | id : id;

    private DevfsRule ReadRule(CallContext call)
    {
        DevfsRule rule = DevfsRule.Read(call.Memory.Read(call.Address(2), DevfsRule.Size));
        KernelError.Unless(rule.HasMagic, ErrorCode.ERPCMISMATCH);
        rule.Id = Complete(rule.Id);
        return rule;
    }

    private DevfsRule RequireRule(CallContext call, DevfsRulesetTable rulesets) =>
        rulesets.FindRule(Complete((uint)call.Memory.ReadInt32(call.Address(2)))) ?? throw new KernelError(ErrorCode.ENOENT);

    private void GiveNextRule(CallContext call, DevfsRulesetTable rulesets)
    {
        DevfsRule rule = ReadRule(call);
        DevfsRule next = rulesets.Find(rule.Ruleset)?.Rules.Values.FirstOrDefault(known => known.Number > rule.Number)
            ?? throw new KernelError(ErrorCode.ENOENT);
        call.Memory.Write(call.Address(2), next.Bytes);
    }
}
