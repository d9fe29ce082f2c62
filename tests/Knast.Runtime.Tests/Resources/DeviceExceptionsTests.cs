using FsCheck;
using FsCheck.Fluent;
using Knast.Runtime.Hosts.Linux.Resources;

namespace Knast.Runtime.Tests.Resources;

public sealed class DeviceExceptionsTests
{
    /// <summary>Single uses are decided alike; where uses are combined, v1 may be stricter, since one exception must allow them all.</summary>
    [Fact]
    public void TheyMeanWhatTheRulesMean() => Prop.ForAll(DeviceCases.Rules, rules =>
    {
        if (TryReduce(rules) is not { } exceptions)
        {
            return;
        }

        foreach ((DeviceKind kind, uint major, uint minor, DeviceAccess access) in DeviceCases.Uses)
        {
            bool expected = DeviceModel.IsAllowed(rules, kind, major, minor, access);
            bool actual = DeviceModel.IsAllowedInVersion1(exceptions, kind, major, minor, access);
            bool isSingle = access is DeviceAccess.Read or DeviceAccess.Write or DeviceAccess.Make;
            Assert.True(isSingle ? actual == expected : expected || !actual, $"{kind} {major}:{minor} {access}: {actual}");
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void NoneOfThemIsEmptyOrRepeatsTheDefault() => Prop.ForAll(DeviceCases.Rules, rules =>
    {
        if (TryReduce(rules) is { } exceptions)
        {
            Assert.All(exceptions.Exceptions, rule => Assert.NotEqual(exceptions.AllowsByDefault, rule.IsAllowed));
            Assert.All(exceptions.Exceptions, rule => Assert.NotEqual(DeviceAccess.None, rule.Access));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AWiderRuleTakesBackNarrowerOnes()
    {
        DeviceRule narrow = new(true, DeviceKind.Character, 1, 3, DeviceAccess.Read | DeviceAccess.Write, "/0");
        DeviceRule wide = new(false, DeviceKind.Character, 1, null, DeviceAccess.Write, "/1");
        DeviceExceptions exceptions = DeviceExceptions.From([narrow, wide]);
        Assert.Equal(["allow c 1:3 r"], exceptions.Exceptions.Select(rule => rule.ToString()));
    }

    private static DeviceExceptions? TryReduce(DeviceRule[] rules)
    {
        try
        {
            return DeviceExceptions.From(rules);
        }
        catch (KnastException error) when (error.ErrorId == "NotSupported")
        {
            return null;
        }
    }
}
