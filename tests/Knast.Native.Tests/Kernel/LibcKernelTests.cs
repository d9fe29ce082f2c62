using Knast.Native.Kernel;
using Knast.Native.Linux.Files;

namespace Knast.Native.Tests.Kernel;

public sealed class LibcKernelTests
{
    private readonly IKernel _kernel = LocalKernel.Open();

    [Fact]
    public void AMissingFileNamesTheCallTheObjectAndTheError()
    {
        NativeException error = Assert.Throws<NativeException>(
            () => Openat.Invoke(_kernel, Openat.CurrentDirectory, "/nonexistent/file", OpenFlags.ReadOnly));
        Assert.Equal(ErrorCode.ENOENT, error.Code);
        Assert.Equal("openat(/nonexistent/file): ENOENT (No such file or directory)", error.Message);
    }

    [Fact]
    public void ADescriptorIsClosedWithItsHandle()
    {
        KernelDescriptor descriptor = Openat.Invoke(_kernel, Openat.CurrentDirectory, "/proc/self/stat", OpenFlags.ReadOnly);
        string link = $"/proc/self/fd/{descriptor.Number}";
        Assert.Equal($"/proc/{Environment.ProcessId}/stat", new FileInfo(link).LinkTarget);
        descriptor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => descriptor.Number);
    }

    [Fact]
    public void InvokingAllocatesNothing()
    {
        using KernelDescriptor directory = Openat.Invoke(_kernel, Openat.CurrentDirectory, "/", OpenFlags.Path);
        void Fail()
        {
            using SystemCall call = Mkdirat.Compose(_kernel.Target, directory, "proc"u8, 0x1ED);
            Assert.Equal(17, _kernel.Invoke(call).Errno);
        }

        Fail();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int count = 0; count < 100; count++)
        {
            using SystemCall call = Mkdirat.Compose(_kernel.Target, directory, "proc"u8, 0x1ED);
            _kernel.Invoke(call);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void AStringWithNulIsRefused() =>
        Assert.Throws<ArgumentException>(() => Openat.Invoke(_kernel, Openat.CurrentDirectory, "/etc/passwd\0x", OpenFlags.ReadOnly));
}
