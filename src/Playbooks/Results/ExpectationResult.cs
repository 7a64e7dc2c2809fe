using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>Represents the result of one expectation.</summary>
/// <param name="Name">The key of the expectation in the YAML, such as <c>expect_text_on_page</c>.</param>
/// <param name="Expected">The expected state, in words.</param>
/// <param name="Seen">The actual state, in words.</param>
/// <param name="IsMet">Whether the expectation was met.</param>
public sealed record ExpectationResult(string Name, string Expected, string Seen, bool IsMet)
{
    /// <summary>Gets the images of a screenshot that does not look as expected, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExpectationPictures? Pictures { get; init; }

    /// <summary>Gets what a person should know although the expectation was met, in which secrets are not masked yet, or null.</summary>
    internal RunNote? Note { get; init; }
}

/// <summary>Lists the images of a screenshot that does not look as expected.</summary>
/// <param name="Accepted">The full path of the accepted screenshot, whether or not it exists.</param>
/// <param name="Expected">The copy of the accepted screenshot, as a path in the run's folder, or null if there is none.</param>
/// <param name="Actual">The screenshot of the run, as a path in the run's folder.</param>
/// <param name="Difference">The differences, as a path in the run's folder: a faded copy of the accepted screenshot, with different pixels in red. Null if there is no accepted screenshot that can be compared.</param>
public sealed record ExpectationPictures(string Accepted, string? Expected, string Actual, string? Difference)
{
    /// <summary>Returns the pictures in the run's folder with what they show.</summary>
    internal IEnumerable<(string Name, string Path)> All() =>
        new[] { ("Expected", Expected), ("Actual", Actual), ("Difference", Difference) }.Where(static one => one.Item2 is not null).Select(static one => (one.Item1, one.Item2!));
}
