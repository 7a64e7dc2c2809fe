namespace Playbooks.Guarding.Urls;

/// <summary>What a guardrail forbids, by which rule, and how to allow it.</summary>
/// <param name="Subject">What is forbidden: a URL, a host, or what was about to happen.</param>
/// <param name="Rule">The rule that forbids it and the value that met it, such as <c>blocked_domains: *.example.com</c>.</param>
/// <param name="Advice">A sentence that says how to allow it.</param>
internal sealed record Refusal(string Subject, string Rule, string Advice)
{
    /// <summary>The whole of it, for people.</summary>
    public string Message => $"{Subject} is blocked by the playbook's guardrails ({Rule}). {Advice}";

    /// <summary>As an error that ends a run.</summary>
    public PlaybookException ToException() => new(ErrorCode.GuardrailBlocked, Message);
}
