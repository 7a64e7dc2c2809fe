namespace Playbooks.Language.Grammar;

/// <summary>The keys of a case.</summary>
public static class CaseKeys
{
    /// <summary><c>name</c>.</summary>
    public static KeyDefinition Name { get; } = new("name", KeyKind.PlainText, "The test's display name, after the playbook's.", "cancels an open order") { Required = true };

    /// <summary><c>with</c>.</summary>
    public static KeyDefinition With { get; } = new("with", KeyKind.NamedValues, "The parameters' values.", "{ order_id: 12345 }");

    /// <summary><c>expect</c>.</summary>
    public static KeyDefinition Expect { get; } = new("expect", KeyKind.Mapping, "How the run must end.", "{ failure: was not found }") { Mapping = ExpectKeys.Mapping, Default = "it must succeed" };

    /// <summary><c>skip</c>.</summary>
    public static KeyDefinition Skip { get; } = new("skip", KeyKind.PlainText, "Why the test is skipped.", "The shop is closed on Sundays");

    /// <summary>The mapping of a case.</summary>
    public static MappingDefinition Mapping { get; } = new("case", "The case", Name, With, Expect, Skip);

    /// <summary>The keys of <c>expect</c>.</summary>
    public static class ExpectKeys
    {
        /// <summary><c>outputs</c>.</summary>
        public static KeyDefinition Outputs { get; } = new("outputs", KeyKind.NamedValues, "The values that must be stored, by name.", "{ order_status: Cancelled }");

        /// <summary><c>failure</c>.</summary>
        public static KeyDefinition Failure { get; } = new("failure", KeyKind.PlainText, "The run must fail, and the error that people read contains this text.", "was not found");

        /// <summary><c>at_step</c>.</summary>
        public static KeyDefinition AtStep { get; } = new("at_step", KeyKind.StepReference, "The run must fail at this step: its id, its number, or its address, such as `3.then.1`.", "search");

        /// <summary><c>outcome</c>.</summary>
        public static KeyDefinition Outcome { get; } = new("outcome", KeyKind.Word, "`passed` rejects a flaky run; not with `failure` or `at_step`.", "passed") { Words = [new("passed")] };

        /// <summary><c>recovered</c>.</summary>
        public static KeyDefinition Recovered { get; } = new("recovered", KeyKind.Bool, "`true` accepts a recovered run as well; not with `failure`, `at_step`, or `outcome`.", "true") { Default = "`false`" };

        /// <summary>The mapping of <c>expect</c>.</summary>
        public static MappingDefinition Mapping { get; } = new("expect", "'expect'", Outputs, Failure, AtStep, Outcome, Recovered);
    }
}
