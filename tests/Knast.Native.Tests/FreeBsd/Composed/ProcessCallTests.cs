using Knast.Native.FreeBsd.Processes;
using Knast.Native.FreeBsd.Terminals;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Composed;

/// <summary>The bytes of the calls on processes.</summary>
public sealed class ProcessCallTests
{
    [Fact]
    public void TheEndOfAProcessIsWatched() => Assert.Equal(
        """
        kevent 560 (5, >0, 1, 0, 0, >2)
        0 In 64: 4d00000000000000 fbff110000000080 ..
        1 Out 0:
        2 In 16: ..
        """,
        CallBytes.Of(Kevent.Compose(FreeBsdTargets.V15Amd64, 5, [KernelEvent.ExitOf(77)], 0)));

    [Fact]
    public void EventsAreTakenWithoutWaiting() => Assert.Equal(
        """
        kevent 560 (5, 0, 0, >1, 2, >2)
        0 In 0:
        1 Out 128: ..
        2 In 16: ..
        """,
        CallBytes.Of(Kevent.Compose(FreeBsdTargets.V15Amd64, 5, [], 2)));

    [Fact]
    public void AJailIsWatched() => Assert.Equal(
        """
        kevent 560 (5, >0, 1, 0, 0, >2)
        0 In 64: 0300000000000000 f2ff210000000030 ..
        1 Out 0:
        2 In 16: ..
        """,
        CallBytes.Of(Kevent.Compose(FreeBsdTargets.V15Amd64, 5, [KernelEvent.JailChange(3, EventNotes.JailRemove | EventNotes.JailAttach)], 0)));

    [Fact]
    public void AProcessIsSignalled() => Assert.Equal(
        """kill 37 (7, 15)""",
        CallBytes.Of(Kill.Compose(FreeBsdTargets.V15Amd64, 7, 15)));

    [Fact]
    public void AChildIsWaitedForWithoutWaiting() => Assert.Equal(
        """
        wait6 532 (0, 7, >0, 17, 0, 0)
        0 Out 4: ..
        """,
        CallBytes.Of(Wait6.Compose(FreeBsdTargets.V15Amd64, 7)));

    [Fact]
    public void AProcessBecomesAReaper() => Assert.Equal(
        """procctl 544 (0, 0, 2, 0)""",
        CallBytes.Of(ProcctlReapAcquire.Compose(FreeBsdTargets.V15Amd64)));

    [Fact]
    public void AReapersProcessesAreListed() => Assert.Equal(
        """
        procctl 544 (0, 10, 5, >0)
        0 In 72: 0200000000000000 7*0 >1
        1 Out 144: ..
        """,
        CallBytes.Of(ProcctlReapGetPids.Compose(FreeBsdTargets.V15Amd64, 10, 2)));

    [Fact]
    public void AReapersProcessesAreSignalled() => Assert.Equal(
        """
        procctl 544 (0, 10, 6, >0)
        0 InOut 80: 0900000000000000 ..
        """,
        CallBytes.Of(ProcctlReapKill.Compose(FreeBsdTargets.V15Amd64, 10, 9)));

    [Fact]
    public void OneSubtreeOfAReaperIsSignalled() => Assert.Equal(
        """
        procctl 544 (0, 10, 6, >0)
        0 InOut 80: 0900000002000000 0b00000000000000 ..
        """,
        CallBytes.Of(ProcctlReapKill.Compose(FreeBsdTargets.V15Amd64, 10, 9, 11)));

    [Fact]
    public void GroupsAreSupplementaryOnFifteen() => Assert.Equal(
        """
        setgroups 596 (2, >0)
        0 In 8: 0600000007000000
        """,
        CallBytes.Of(Setgroups.Compose(FreeBsdTargets.V15Amd64, 5, [6, 7])));

    [Fact]
    public void GroupsBeginWithTheEffectiveOneBefore() => Assert.Equal(
        """
        setgroups 80 (3, >0)
        0 In 12: 0500000006000000 07000000
        """,
        CallBytes.Of(Setgroups.Compose(FreeBsdTargets.V13Amd64, 5, [6, 7])));

    [Fact]
    public void AProgramHasArgumentsAndEnvironment() => Assert.Equal(
        """
        execve 59 (>0, >1, >4)
        0 In 8: "/bin/sh"
        1 In 24: >2 >3 ..
        2 In 3: "sh"
        3 In 3: "-c"
        4 In 16: >5 ..
        5 In 4: "A=1"
        """,
        CallBytes.Of(Execve.Compose(FreeBsdTargets.V15Amd64, "/bin/sh", ["sh", "-c"], ["A=1"])));

    [Fact]
    public void AProgramsPathMayBeInARegister() => Assert.Equal(
        """
        execve 59 (r4, >0, >2)
        0 In 16: >1 ..
        1 In 3: "sh"
        2 In 8: ..
        """,
        CallBytes.Of(Execve.Compose(FreeBsdTargets.V15Amd64, Operand.Register(4), ["sh"], [])));

    [Fact]
    public void DescriptorsAreClosedAtExecve() => Assert.Equal(
        """close_range 575 (3, 4294967295, 4)""",
        CallBytes.Of(CloseRange.Compose(FreeBsdTargets.V15Amd64, 3, uint.MaxValue, isOnExec: true)));

    [Fact]
    public void AllIdsAreSet() => Assert.Equal(
        """setresuid 311 (1001, 1001, 1001)""",
        CallBytes.Of(Setresuid.Compose(FreeBsdTargets.V15Amd64, 1001)));

    [Fact]
    public void ATerminalsWindowHasASize() => Assert.Equal(
        """
        ioctl 54 (5, 2148037735, >0)
        0 In 8: 1800500000000000
        """,
        CallBytes.Of(TerminalSetWindowSize.Compose(FreeBsdTargets.V15Amd64, 5, 24, 80)));

    [Fact]
    public void ATerminalBecomesTheSessions() => Assert.Equal(
        """ioctl 54 (0, 536900705, 0)""",
        CallBytes.Of(TerminalSetControlling.Compose(FreeBsdTargets.V15Amd64, 0)));

    [Fact]
    public void ATerminalIsOpened() => Assert.Equal(
        """posix_openpt 504 (1081346)""",
        CallBytes.Of(PosixOpenpt.Compose(FreeBsdTargets.V15Amd64)));

    [Fact]
    public void ADescriptorIsCopied() => Assert.Equal(
        """fcntl 92 (5, 17, 10)""",
        CallBytes.Of(Fcntl.Compose(FreeBsdTargets.V15Amd64, 5, FcntlCommand.DuplicateCloseOnExec, 10)));
}
