namespace Playbooks.Shared;

/// <summary>Describes the mistakes in the values of parameters, with the ids of their rules: in a case, and in a request.</summary>
internal static class ParameterMistakes
{
    /// <summary>The id of the rule for a required value that is missing.</summary>
    public const string MissingId = "PB0701";

    /// <summary>The id of the rule for a value of an unknown parameter.</summary>
    public const string UnknownId = "PB0702";

    /// <summary>The id of the rule for a value that is invalid.</summary>
    public const string InvalidId = "PB0703";

    /// <summary>What a message calls the name of an unknown parameter; see <see cref="UnknownName"/>.</summary>
    public const string UnknownParameter = "Unknown parameter";

    private const int LongestValue = 100;
    private const int MostChoices = 20;

    /// <summary>A required value is missing.</summary>
    /// <param name="owner">What does not give it, as <c>The case</c>.</param>
    /// <param name="name">The parameter.</param>
    public static string Missing(string owner, string name) => $"{owner} is missing the required parameter '{name}'.";

    /// <summary>A value does not have its form.</summary>
    /// <param name="what">Whose value it is, as <c>'order_id'</c>.</param>
    /// <param name="form">The form.</param>
    /// <param name="text">The value; null: it may not be shown.</param>
    public static string Unfit(string what, ValueForm form, string? text) =>
        $"{what} must be {CanonicalValue.Expected(form)}; {(text is null ? "the value" : $"'{text.Truncate(LongestValue)}'")} does not fit.";

    /// <summary>A value is none of those that may be chosen.</summary>
    /// <param name="text">The value; null: it may not be shown.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="choices">The choices.</param>
    public static string NotAChoice(string? text, string name, IEnumerable<string> choices) =>
        $"{Shown(text)} is not one of the choices of '{name}': {string.Join(", ", choices.Take(MostChoices)).Truncate(LongestValue)}.";

    /// <summary>A value does not match the parameter's pattern.</summary>
    /// <param name="text">The value; null: it may not be shown.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="pattern">The pattern.</param>
    public static string NoMatch(string? text, string name, string pattern) =>
        $"{Shown(text)} does not match the pattern of '{name}': {pattern.Truncate(LongestValue)}";

    private static string Shown(string? text) => text is null ? "The value" : $"'{text.Truncate(LongestValue)}'";
}
