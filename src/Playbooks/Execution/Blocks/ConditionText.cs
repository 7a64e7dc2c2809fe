namespace Playbooks.Execution.Blocks;

/// <summary>Writes a condition on one line, as the YAML does.</summary>
internal static class ConditionText
{
    /// <summary>Returns the text, with values filled in. Secrets are not masked yet.</summary>
    public static string From(StepCondition condition) => string.Join(" and ", Parts(condition));

    private static IEnumerable<string> Parts(StepCondition condition)
    {
        foreach (var (name, text) in new[]
        {
            ("element_visible", condition.ElementVisible), ("element_gone", condition.ElementGone),
            ("url_contains", condition.UrlContains), ("text_on_page", condition.TextOnPage),
        })
        {
            if (text is not null)
            {
                yield return $"{name} {text}";
            }
        }

        if (condition.Same is var (left, right))
        {
            yield return $"\"{left}\" equals \"{right}\"";
        }

        if (condition.Not is { } not)
        {
            yield return $"not ({From(not)})";
        }

        if (condition.Any.Count > 0)
        {
            yield return $"({string.Join(" or ", condition.Any.Select(From))})";
        }

        if (condition.All.Count > 0)
        {
            yield return $"({string.Join(" and ", condition.All.Select(From))})";
        }
    }
}
