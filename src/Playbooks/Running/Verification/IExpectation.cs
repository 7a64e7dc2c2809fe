namespace Playbooks.Running.Verification;

/// <summary>One expectation of a <c>verify</c>.</summary>
internal interface IExpectation
{
    /// <summary>Its key in the YAML.</summary>
    string Name { get; }

    /// <summary>What is expected, in words.</summary>
    string Expected { get; }

    /// <summary>Whether a look costs next to nothing, in a traced run too, where most of what Playwright is asked takes two snapshots of the page.</summary>
    bool IsFree { get; }

    /// <summary>Looks at the page once.</summary>
    Task<ExpectationResult> LookAsync();
}

/// <summary>An expectation that can tell more of what was seen than each look asks for.</summary>
internal interface ITellingExpectation : IExpectation
{
    /// <summary>What was seen, told well.</summary>
    Task<string> TellAsync(ExpectationResult result);
}

internal static class ExpectationResults
{
    public static ExpectationResult Held(this IExpectation expectation, string seen) => new(expectation.Name, expectation.Expected, seen, Held: true);

    public static ExpectationResult Failed(this IExpectation expectation, string seen) => new(expectation.Name, expectation.Expected, seen, Held: false);

    public static ExpectationResult Is(this IExpectation expectation, bool held, string seen) => new(expectation.Name, expectation.Expected, seen, held);
}
