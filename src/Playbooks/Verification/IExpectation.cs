using Playbooks.Texts;

namespace Playbooks.Verification;

/// <summary>An expectation of a <c>verify</c>.</summary>
internal interface IExpectation
{
    /// <summary>Gets the key of the expectation in the YAML.</summary>
    string Name { get; }

    /// <summary>Gets the expected state, in words.</summary>
    string Expected { get; }

    /// <summary>Gets whether a query has almost no cost, even in a traced run, in which most calls of Playwright take two snapshots of the page.</summary>
    bool IsFree { get; }

    /// <summary>Queries the page once.</summary>
    Task<ExpectationResult> LookAsync();
}

/// <summary>An expectation that can describe the actual state in more detail than each query requires.</summary>
internal interface IDetailedExpectation : IExpectation
{
    /// <summary>Describes the actual state in detail.</summary>
    Task<string> DescribeAsync(ExpectationResult result);
}

/// <summary>An expectation whose queries are so expensive that they are made only while all others are met, and one after the other.</summary>
internal interface ILastExpectation : IExpectation
{
    /// <summary>Gets whether no further query can change the result.</summary>
    bool IsDecided { get; }

    /// <summary>Completes the last result, at the end of all queries.</summary>
    Task<ExpectationResult> ConcludeAsync(ExpectationResult result);
}

internal static class ExpectationResults
{
    public static ExpectationResult Met(this IExpectation expectation, string seen) => expectation.Is(isMet: true, seen);

    public static ExpectationResult Failed(this IExpectation expectation, string seen) => expectation.Is(isMet: false, seen);

    public static ExpectationResult Is(this IExpectation expectation, bool isMet, string seen) =>
        new(expectation.Name, LookAlikes.Shown(expectation.Expected), LookAlikes.Shown(seen), isMet);

    /// <summary>Creates the result for a text that must equal or be contained in another. A text that only looks the same is pointed out.</summary>
    public static ExpectationResult IsExactly(this IExpectation expectation, string seen, string expected, Func<string, string, bool> holds) => holds(seen, expected)
        ? expectation.Is(isMet: true, $"\"{seen}\"")
        : holds(LookAlikes.Compared(seen), LookAlikes.Compared(expected))
            ? expectation.Failed($"\"{LookAlikes.ShownInFull(seen)}\", which only looks like \"{LookAlikes.ShownInFull(expected)}\"")
            : expectation.Failed($"\"{seen}\"");
}
