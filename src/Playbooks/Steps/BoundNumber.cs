using System.Globalization;

namespace Playbooks.Steps;

/// <summary>A whole number of a step that a parameter or a stored value provides. Its range is checked before the step.</summary>
/// <param name="Key">The key in the YAML whose value it is, such as <c>count</c>.</param>
/// <param name="Name">The name of the parameter, stored value, or item.</param>
/// <param name="Value">The value, or null if there is none.</param>
/// <param name="Minimum">The smallest allowed number.</param>
/// <param name="Maximum">The largest allowed number.</param>
public sealed record BoundNumber(string Key, string Name, int? Value, int Minimum, int Maximum)
{
    /// <summary>Returns the exception for the first number that is missing or out of its range, or null.</summary>
    internal static PlaybookException? FindInvalid(IEnumerable<BoundNumber> numbers) =>
        numbers.FirstOrDefault(static number => !(number.Value >= number.Minimum && number.Value <= number.Maximum)) is { } invalid
            ? new(ErrorCode.StepFailed, invalid.Sentence)
            : null;

    private string Sentence => string.Create(
        CultureInfo.InvariantCulture,
        $"'{Key}' must be from {Minimum} to {Maximum}, but '{Name}' {(Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"is {value}") : "has no value")}.");
}
