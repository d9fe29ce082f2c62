using System.Management.Automation;
using Knast.Shell.Pester.Assertions;
using Knast.Shell.Pester.Running;

namespace Knast.Shell.Pester.Cmdlets;

/// <summary>Should: an assertion; where it does not hold, the test ends as failed. Each operator is a parameter set of its name.</summary>
[Cmdlet("Assert", "PesterValue")]
[Alias("Should")]
public sealed class AssertPesterValueCommand : PSCmdlet
{
    private readonly List<object?> _input = [];

    /// <summary>The value, usually piped.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? ActualValue { get; set; }

    /// <summary>Turns the assertion round.</summary>
    [Parameter]
    public SwitchParameter Not { get; set; }

    /// <summary>The reason, for the message.</summary>
    [Parameter]
    public string? Because { get; set; }

    /// <summary>What the value is compared with.</summary>
    [Parameter(Position = 0, ParameterSetName = nameof(Be))]
    [Parameter(Position = 0, ParameterSetName = nameof(BeExactly))]
    [Parameter(Position = 0, ParameterSetName = nameof(BeGreaterThan))]
    [Parameter(Position = 0, ParameterSetName = nameof(BeLessThan))]
    [Parameter(Position = 0, ParameterSetName = nameof(BeGreaterOrEqual))]
    [Parameter(Position = 0, ParameterSetName = nameof(BeLessOrEqual))]
    [Parameter(Position = 0, ParameterSetName = nameof(BeLike))]
    [Parameter(Position = 0, ParameterSetName = nameof(BeLikeExactly))]
    [Parameter(Position = 0, ParameterSetName = nameof(Contain))]
    [Parameter(Position = 0, ParameterSetName = nameof(BeIn))]
    [Parameter(Position = 0, ParameterSetName = nameof(HaveCount))]
    public object? ExpectedValue { get; set; }

    /// <summary>The pattern of -Match.</summary>
    [Parameter(Position = 0, ParameterSetName = nameof(Match))]
    [Parameter(Position = 0, ParameterSetName = nameof(MatchExactly))]
    public string? RegularExpression { get; set; }

    /// <summary>The pattern of -FileContentMatch.</summary>
    [Parameter(Position = 0, ParameterSetName = nameof(FileContentMatch))]
    [Parameter(Position = 0, ParameterSetName = nameof(FileContentMatchExactly))]
    [Parameter(Position = 0, ParameterSetName = nameof(FileContentMatchMultiline))]
    [Parameter(Position = 0, ParameterSetName = nameof(FileContentMatchMultilineExactly))]
    public string? ExpectedContent { get; set; }

    /// <summary>The type of -BeOfType.</summary>
    [Parameter(Position = 0, ParameterSetName = nameof(BeOfType))]
    public object? ExpectedType { get; set; }

    /// <summary>A wildcard pattern for the message that -Throw expects.</summary>
    [Parameter(Position = 0, ParameterSetName = nameof(Throw))]
    public string? ExpectedMessage { get; set; }

    /// <summary>A wildcard pattern for the FullyQualifiedErrorId that -Throw expects.</summary>
    [Parameter(ParameterSetName = nameof(Throw))]
    public string? ErrorId { get; set; }

    /// <summary>The type of exception that -Throw expects.</summary>
    [Parameter(ParameterSetName = nameof(Throw))]
    public Type? ExceptionType { get; set; }

    /// <summary>Writes the error that -Throw caught.</summary>
    [Parameter(ParameterSetName = nameof(Throw))]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The parameter that -HaveParameter expects.</summary>
    [Parameter(Position = 0, ParameterSetName = nameof(HaveParameter))]
    public string? ParameterName { get; set; }

    /// <summary>Its type.</summary>
    [Parameter(ParameterSetName = nameof(HaveParameter))]
    public object? Type { get; set; }

    /// <summary>It is mandatory.</summary>
    [Parameter(ParameterSetName = nameof(HaveParameter))]
    public SwitchParameter Mandatory { get; set; }

    /// <summary>Its aliases.</summary>
    [Parameter(ParameterSetName = nameof(HaveParameter))]
    public string[] Alias { get; set; } = [];

    /// <summary>Its parameter set.</summary>
    [Parameter(ParameterSetName = nameof(HaveParameter))]
    public string? InParameterSet { get; set; }

    /// <summary>Equal, ignoring case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Be))]
    public SwitchParameter Be { get; set; }

    /// <summary>Equal.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeExactly))]
    public SwitchParameter BeExactly { get; set; }

    /// <summary>Greater.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeGreaterThan))]
    public SwitchParameter BeGreaterThan { get; set; }

    /// <summary>Less.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeLessThan))]
    public SwitchParameter BeLessThan { get; set; }

    /// <summary>Greater or equal.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeGreaterOrEqual))]
    public SwitchParameter BeGreaterOrEqual { get; set; }

    /// <summary>Less or equal.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeLessOrEqual))]
    public SwitchParameter BeLessOrEqual { get; set; }

    /// <summary>Matches a wildcard pattern, ignoring case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeLike))]
    public SwitchParameter BeLike { get; set; }

    /// <summary>Matches a wildcard pattern.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeLikeExactly))]
    public SwitchParameter BeLikeExactly { get; set; }

    /// <summary>Matches a regular expression, ignoring case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Match))]
    public SwitchParameter Match { get; set; }

    /// <summary>Matches a regular expression.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(MatchExactly))]
    public SwitchParameter MatchExactly { get; set; }

    /// <summary>Null, or empty.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeNullOrEmpty))]
    public SwitchParameter BeNullOrEmpty { get; set; }

    /// <summary>True in a condition.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeTrue))]
    public SwitchParameter BeTrue { get; set; }

    /// <summary>False in a condition.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeFalse))]
    public SwitchParameter BeFalse { get; set; }

    /// <summary>Of a type.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeOfType))]
    public SwitchParameter BeOfType { get; set; }

    /// <summary>Has an element.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Contain))]
    public SwitchParameter Contain { get; set; }

    /// <summary>Is an element.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeIn))]
    public SwitchParameter BeIn { get; set; }

    /// <summary>Has so many elements.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(HaveCount))]
    public SwitchParameter HaveCount { get; set; }

    /// <summary>Is the path of something that is there.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Exist))]
    public SwitchParameter Exist { get; set; }

    /// <summary>Is a file of which a line matches, ignoring case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(FileContentMatch))]
    public SwitchParameter FileContentMatch { get; set; }

    /// <summary>Is a file of which a line matches.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(FileContentMatchExactly))]
    public SwitchParameter FileContentMatchExactly { get; set; }

    /// <summary>Is a file that matches as a whole, ignoring case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(FileContentMatchMultiline))]
    public SwitchParameter FileContentMatchMultiline { get; set; }

    /// <summary>Is a file that matches as a whole.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(FileContentMatchMultilineExactly))]
    public SwitchParameter FileContentMatchMultilineExactly { get; set; }

    /// <summary>Ends with an error.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Throw))]
    public SwitchParameter Throw { get; set; }

    /// <summary>Is a command with a parameter.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(HaveParameter))]
    public SwitchParameter HaveParameter { get; set; }

    private object? Expected =>
        RegularExpression ?? ExpectedContent ?? ExpectedType ?? ParameterName ?? ExpectedValue;

    /// <inheritdoc/>
    protected override void ProcessRecord() => _input.Add(ActualValue);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        IShouldOperator operation = Operator();
        if (_input.Count == 0)
            Check(operation, null);
        else if (operation.TakesCollection)
            Check(operation, MyInvocation.ExpectingInput ? _input.ToArray() : Enumerated(ActualValue));
        else
            _input.ForEach(value => Check(operation, value));
    }

    private void Check(IShouldOperator operation, object? actual)
    {
        var assertion = new Assertion(this, actual, Expected, Not, Assertion.ReasonOf(Because));
        Verdict verdict = operation.Judge(assertion);
        if (verdict.Holds == Not)
            throw TestFailure.Throw(Not ? verdict.NegatedFailure() : verdict.Failure(), TestFailure.AssertionId);
        if (PassThru)
            WriteObject(verdict.Data);
    }

    // What @( ) makes of -ActualValue.
    private static object?[] Enumerated(object? value) =>
        LanguagePrimitives.GetEnumerable(value)?.Cast<object?>().ToArray() ?? (value is null ? [] : [value]);

    private IShouldOperator Operator() => ParameterSetName switch
    {
        nameof(Be) => new BeOperator(caseSensitive: false),
        nameof(BeExactly) => new BeOperator(caseSensitive: true),
        nameof(BeGreaterThan) => new OrderOperator("greater than", sign => sign > 0),
        nameof(BeLessThan) => new OrderOperator("less than", sign => sign < 0),
        nameof(BeGreaterOrEqual) => new OrderOperator("greater than or equal to", sign => sign >= 0),
        nameof(BeLessOrEqual) => new OrderOperator("less than or equal to", sign => sign <= 0),
        nameof(BeLike) => new PatternOperator(wildcard: true, caseSensitive: false),
        nameof(BeLikeExactly) => new PatternOperator(wildcard: true, caseSensitive: true),
        nameof(Match) => new PatternOperator(wildcard: false, caseSensitive: false),
        nameof(MatchExactly) => new PatternOperator(wildcard: false, caseSensitive: true),
        nameof(BeNullOrEmpty) => new NullOrEmptyOperator(),
        nameof(BeTrue) => new TruthOperator(truth: true),
        nameof(BeFalse) => new TruthOperator(truth: false),
        nameof(BeOfType) => new TypeOperator(),
        nameof(Contain) => new MembershipOperator(actualIsCollection: true),
        nameof(BeIn) => new MembershipOperator(actualIsCollection: false),
        nameof(HaveCount) => new CountOperator(),
        nameof(Exist) => new ExistOperator(),
        nameof(FileContentMatch) => new FileContentOperator(caseSensitive: false, multiline: false),
        nameof(FileContentMatchExactly) => new FileContentOperator(caseSensitive: true, multiline: false),
        nameof(FileContentMatchMultiline) => new FileContentOperator(caseSensitive: false, multiline: true),
        nameof(FileContentMatchMultilineExactly) => new FileContentOperator(caseSensitive: true, multiline: true),
        nameof(Throw) => new ThrowOperator(ExpectedMessage, ErrorId, ExceptionType),
        nameof(HaveParameter) => new HaveParameterOperator(Type, Mandatory, Alias, InParameterSet),
        _ => throw new PSArgumentException("Should wants an operator, such as -Be."),
    };
}
