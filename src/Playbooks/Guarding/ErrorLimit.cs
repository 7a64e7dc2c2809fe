using System.Globalization;
using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding;

/// <summary>Counts consecutive failed attempts. A success resets the count, and so does a failure that the playbook tolerates.</summary>
/// <param name="limit">The number of failures that ends the run.</param>
internal sealed class ErrorLimit(int limit)
{
    private static readonly int Default = new Guardrails().MaxConsecutiveErrors;
    private int errors;

    /// <summary>Reports a successful attempt, or a failure after which the playbook goes on as it says.</summary>
    public void Reset() => errors = 0;

    /// <summary>Reports a failed attempt.</summary>
    /// <param name="attempts">The maximum number of attempts of the step. Unless the playbook sets the limit, it is raised to this number.</param>
    /// <returns>The refusal of another attempt, or null.</returns>
    public Refusal? Failed(int attempts)
    {
        errors++;
        var counts = limit == Default ? Math.Max(limit, attempts) : limit;
        return errors < counts ? null : new(
            "Another attempt",
            string.Create(CultureInfo.InvariantCulture, $"max_consecutive_errors: {counts}"),
            "This many consecutive attempts failed. To allow more, raise guardrails.max_consecutive_errors.");
    }
}
