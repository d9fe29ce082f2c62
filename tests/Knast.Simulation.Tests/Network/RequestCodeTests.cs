using System.Reflection;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Tests.FreeBsd.Abi;
using Knast.Simulation.Network.Ioctls;
using Knast.Simulation.PacketFilter.Ioctls;

namespace Knast.Simulation.Tests.Network;

/// <summary>The numbers of requests are those of FreeBSD's headers.</summary>
public sealed class RequestCodeTests
{
    [Theory]
    [InlineData("13.2")]
    [InlineData("15.1")]
    public void NumbersAreTheKernels(string release)
    {
        FieldInfo[] fields = [.. new[] { typeof(IoctlCodes), typeof(FilterCodes) }.SelectMany(static codes => codes.GetFields(BindingFlags.Public | BindingFlags.Static))];
        Assert.NotEmpty(fields);
        foreach (FieldInfo field in fields)
        {
            AbiConstantAttribute? fact = field.GetCustomAttribute<AbiConstantAttribute>();
            Assert.True(fact is not null, $"{field.Name} names no constant.");
            if (fact.Release is null || fact.Release == release)
            {
                Assert.Equal((field.Name, AbiFacts.Shared.Constant(fact.Name, release + "-amd64") & uint.MaxValue), (field.Name, (uint)field.GetRawConstantValue()!));
            }
        }
    }
}
