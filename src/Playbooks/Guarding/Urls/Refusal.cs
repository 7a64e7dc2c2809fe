namespace Playbooks.Guarding.Urls;

/// <summary>Describes what a guardrail blocks, the rule, and how to allow it.</summary>
/// <param name="Subject">What is blocked: a URL, a host, or an activity.</param>
/// <param name="Rule">The rule and the value that matched it, such as <c>blocked_domains: *.example.com</c>.</param>
/// <param name="Advice">A sentence that says how to allow it.</param>
internal sealed record Refusal(string Subject, string Rule, string Advice)
{
    /// <summary>Gets the complete message for people.</summary>
    public string Message => $"{Subject} is blocked by the playbook's guardrails ({Rule}). {Advice}";

    /// <summary>Creates the exception that ends a run.</summary>
    public PlaybookException ToException() => new(ErrorCode.GuardrailBlocked, Message);
}
