using System.Numerics;
using System.Reflection;
using Knast.Native.FreeBsd;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Abi;

/// <summary>Every number that is declared for FreeBSD's kernel is held against the facts; a declaration without a row fails.</summary>
public sealed class AbiFactsTests
{
    private const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] Declared =
        [.. typeof(FreeBsdSystemCall).Assembly.GetTypes().Where(static type => type.Namespace?.StartsWith("Knast.Native.FreeBsd", StringComparison.Ordinal) == true)];

    public static TheoryData<string> Targets => [.. FreeBsdTargets.ByName.Keys];

    [Theory]
    [MemberData(nameof(Targets))]
    public void ConstantsAreTheKernels(string target)
    {
        var wrong = new List<string>();
        int checkedCount = 0;
        foreach (FieldInfo field in Constants())
        {
            foreach (AbiConstantAttribute fact in field.GetCustomAttributes<AbiConstantAttribute>().Where(fact => IsFor(fact.Release, target)))
            {
                checkedCount++;
                BigInteger? expected = AbiFacts.Shared.Constant(fact.Name, target);
                if (expected is null || !IsSame(expected.Value, field.GetRawConstantValue()!))
                {
                    wrong.Add($"{Name(field)} = {field.GetRawConstantValue()}, but {fact.Name} is {expected?.ToString() ?? "not there"}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.NotEqual(0, checkedCount);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void LayoutsAreTheKernels(string target)
    {
        var wrong = new List<string>();
        foreach (FieldInfo field in Constants())
        {
            AbiStructAttribute? structure = field.DeclaringType!.GetCustomAttribute<AbiStructAttribute>();
            if (structure is null || HasFact(field) || !IsFor(structure.Release, target))
            {
                continue;
            }

            int value = Convert.ToInt32(field.GetRawConstantValue());
            if (field.GetCustomAttribute<AbiSizeAttribute>() is not null && AbiFacts.Shared.Size(structure.Name, target) != value)
            {
                wrong.Add($"{Name(field)} = {value}, but sizeof {structure.Name} is {AbiFacts.Shared.Size(structure.Name, target)}");
            }

            if (field.GetCustomAttribute<AbiFieldAttribute>() is { } fact && IsFor(fact.Release, target)
                && AbiFacts.Shared.Field(structure.Name, fact.Name, target) is var actual && actual != (value, fact.Size))
            {
                wrong.Add($"{Name(field)} = {value} of {fact.Size} bytes, but {structure.Name}.{fact.Name} is {actual?.ToString() ?? "not there"}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void SystemCallsHaveTheKernelsNumbers(string target)
    {
        var wrong = new List<string>();
        foreach (MethodInfo method in typeof(FreeBsdSystemCall).GetMethods(AnyStatic).Where(static method => method.IsPublic))
        {
            try
            {
                using var call = (SystemCall)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [FreeBsdTargets.ByName[target]], null)!;
                int? expected = AbiFacts.Shared.SystemCall(call.Name, target);
                if (expected != call.Number || !IsNamedAfter(method, call.Name))
                {
                    wrong.Add($"{method.Name} is {call.Name}, {call.Number}, but that is {expected?.ToString() ?? "not there"}");
                }
            }
            catch (PlatformNotSupportedException error)
            {
                string name = error.Message.Split(' ')[0];
                if (AbiFacts.Shared.SystemCall(name, target) is { } number || !IsNamedAfter(method, name))
                {
                    wrong.Add($"{method.Name} is refused, but {name} is there");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void NoConstantOfALayoutIsWithoutAFact() => Assert.Empty(Constants()
        .Where(static field => field.DeclaringType!.GetCustomAttribute<AbiStructAttribute>() is not null
            && field.GetCustomAttribute<AbiSizeAttribute>() is null
            && field.GetCustomAttribute<AbiFieldAttribute>() is null
            && !HasFact(field))
        .Select(Name));

    [Fact]
    public void NoMemberOfAKernelsEnumerationIsWithoutAFact() => Assert.Empty(Declared
        .Where(static type => type.IsEnum && type.GetFields(AnyStatic).Any(HasFact))
        .SelectMany(static type => type.GetFields(AnyStatic))
        .Where(static field => !HasFact(field) && field.Name != "None")
        .Select(Name));

    private static bool HasFact(FieldInfo field) => field.GetCustomAttributes<AbiConstantAttribute>().Any();

    private static IEnumerable<FieldInfo> Constants() =>
        Declared.SelectMany(static type => type.GetFields(AnyStatic)).Where(static field => field.IsLiteral && field.FieldType != typeof(string));

    private static bool IsFor(string? release, string target) => release is null || target.StartsWith(release + "-", StringComparison.Ordinal);

    private static bool IsNamedAfter(MethodInfo method, string call) =>
        string.Equals(method.Name, call.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    // The facts keep a macro's sign; a kernel sees 64 bits.
    private static bool IsSame(BigInteger expected, object value) => value switch
    {
        ulong number => expected == number,
        uint number => expected == number,
        _ => expected == Convert.ToInt64(value),
    };

    private static string Name(FieldInfo field) => $"{field.DeclaringType!.Name}.{field.Name}";
}
