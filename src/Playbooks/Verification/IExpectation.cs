

using Playbooks.Texts;

namespace Playbooks.Verification;

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
    public static ExpectationResult Held(this IExpectation expectation, string seen) => expectation.Is(held: true, seen);

    public static ExpectationResult Failed(this IExpectation expectation, string seen) => expectation.Is(held: false, seen);

    public static ExpectationResult Is(this IExpectation expectation, bool held, string seen) =>
        new(expectation.Name, LookAlikes.Shown(expectation.Expected), LookAlikes.Shown(seen), held);

    /// <summary>A text that another one had to be, or to be in; one that only looks the same is told apart from it.</summary>
    public static ExpectationResult IsExactly(this IExpectation expectation, string seen, string expected, Func<string, string, bool> holds) => holds(seen, expected)
        ? expectation.Is(held: true, $"\"{seen}\"")
        : holds(LookAlikes.Compared(seen), LookAlikes.Compared(expected))
            ? expectation.Failed($"\"{LookAlikes.ShownInFull(seen)}\", which only looks like \"{LookAlikes.ShownInFull(expected)}\"")
            : expectation.Failed($"\"{seen}\"");
}
