using Knast.Native.Kernel;
using Knast.Native.Linux.Bpf;

namespace Knast.Native.Tests.Linux.Bpf;

public sealed class BpfTests
{
    private static readonly KernelTarget Arm64 = new(KernelSystem.Linux, KernelArchitecture.Arm64, 6018);

    [Fact]
    public void An_instruction_is_eight_bytes()
    {
        byte[] bytes = new byte[BpfInstruction.Length];
        new BpfInstruction(0x61, BpfRegister.R2, BpfRegister.R1, 4, 0).WriteTo(bytes);
        Assert.Equal("6112040000000000", Convert.ToHexString(bytes));
        new BpfInstruction(0x56, BpfRegister.R5, BpfRegister.R0, -2, -1).WriteTo(bytes);
        Assert.Equal("5605FEFFFFFFFFFF", Convert.ToHexString(bytes));
    }

    [Fact]
    public void Jumps_lead_to_their_labels()
    {
        var assembler = new BpfAssembler();
        BpfLabel other = new(), end = new();
        assembler.LoadWord(BpfRegister.R2, BpfRegister.R1, 8);
        assembler.JumpIfNotEqual(BpfRegister.R2, 7, other);
        assembler.JumpIfAnyBit(BpfRegister.R2, 3, end);
        assembler.Jump(other);
        assembler.Mark(end);
        assembler.Return(1);
        assembler.Mark(other);
        assembler.Return(0);
        Assert.Equal(
            ["w2 = *(u32 *)(r1 +8)", "if w2 != 7 goto +4", "if w2 & 3 goto +1", "goto +2", "w0 = 1", "exit", "w0 = 0", "exit"],
            assembler.ToProgram().Select(instruction => instruction.ToString()));
    }

    [Fact]
    public void A_program_cannot_jump_backwards_or_too_far()
    {
        var assembler = new BpfAssembler();
        BpfLabel start = new(), far = new();
        assembler.Mark(start);
        Assert.Throws<InvalidOperationException>(() => assembler.Mark(start));
        Assert.Throws<InvalidOperationException>(() => assembler.Jump(start));
        assembler.Jump(far);
        for (int index = 0; index <= short.MaxValue; index++)
            assembler.And(BpfRegister.R2, 1);
        Assert.Throws<InvalidOperationException>(() => assembler.Mark(far));
    }

    [Fact]
    public void Loading_and_attaching_are_commands_of_bpf()
    {
        using SystemCall load = BpfProgLoad.Compose(Arm64, BpfProgramType.CgroupDevice, [new BpfInstruction(0x95, 0, 0, 0, 0)], "name");
        Assert.Equal(280, load.Number);
        Assert.Equal(5, load.Arguments[0].Value);
        Assert.Equal(64, load.Arguments[2].Value);
        Assert.Equal("0F00000001000000", Convert.ToHexString(load.Bytes(new BlockReference(0))[..8]));
        Assert.Equal("6E616D6500", Convert.ToHexString(load.Bytes(new BlockReference(0))[48..53]));
        Assert.Equal(2, load.Pointers.Length);

        using SystemCall attach = BpfProgAttach.Compose(Arm64, 7, 9, BpfAttachType.CgroupDevice, BpfAttachFlags.AllowMultiple);
        Assert.Equal(8, attach.Arguments[0].Value);
        Assert.Equal("07000000090000000600000002000000", Convert.ToHexString(attach.Bytes(new BlockReference(0))));
        Assert.Throws<ArgumentException>(() => BpfProgLoad.Compose(Arm64, BpfProgramType.CgroupDevice, [], "sixteen_letters_"));
    }

    [Fact]
    public void A_program_that_the_verifier_refuses_is_refused_in_its_words()
    {
        var assembler = new BpfAssembler();
        assembler.Return(2);
        NativeException error = Assert.Throws<NativeException>(
            () => BpfProgLoad.Invoke(LocalKernel.Open(), BpfProgramType.CgroupDevice, assembler.ToProgram(), "wrong"));
        Assert.Equal(ErrorCode.EINVAL, error.Code);
        Assert.Contains("BPF_PROG_LOAD wrong", error.Message, StringComparison.Ordinal);
        Assert.Contains("should have been in [0, 1]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_cannot_be_attached_to_what_is_no_cgroup()
    {
        IKernel kernel = LocalKernel.Open();
        var assembler = new BpfAssembler();
        assembler.Return(1);
        using KernelDescriptor program = BpfProgLoad.Invoke(kernel, BpfProgramType.CgroupDevice, assembler.ToProgram(), "right");
        using KernelDescriptor directory = Native.Files.FileCalls.For(kernel).OpenHostDirectory("/");
        NativeException error = Assert.Throws<NativeException>(
            () => BpfProgAttach.Invoke(kernel, directory, program, BpfAttachType.CgroupDevice, BpfAttachFlags.AllowMultiple));
        Assert.Equal(ErrorCode.EBADF, error.Code);
    }
}
