using System.Globalization;
using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding;

/// <summary>Counts tries that failed in a row; a success starts anew.</summary>
/// <param name="limit">How many end the run.</param>
internal sealed class ErrorLimit(int limit)
{
    private static readonly int Default = new Guardrails().MaxConsecutiveErrors;
    private int errors;

    /// <summary>A try succeeded.</summary>
    public void Succeeded() => errors = 0;

    /// <summary>A try failed.</summary>
    /// <param name="attempts">How many tries the step itself asks for. Where nobody chose the limit, a step that asks for more of them gets them.</param>
    /// <returns>What forbids another one; null: nothing.</returns>
    public Refusal? Failed(int attempts)
    {
        errors++;
        var counts = limit == Default ? Math.Max(limit, attempts) : limit;
        return errors < counts ? null : new(
            "Another try",
            string.Create(CultureInfo.InvariantCulture, $"max_consecutive_errors: {counts}"),
            "That many tries failed in a row; if the playbook needs more, raise guardrails.max_consecutive_errors.");
    }
}
