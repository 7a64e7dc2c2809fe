namespace Playbooks.Instrumentation;

/// <summary>Defines the tags of spans and metrics, with the names of OpenTelemetry's semantic conventions where there is one.</summary>
internal static class Tags
{
    public const string Pipeline = "cicd.pipeline.name";
    public const string PipelineAction = "cicd.pipeline.action.name";
    public const string RunId = "cicd.pipeline.run.id";
    public const string RunResult = "cicd.pipeline.result";
    public const string Task = "cicd.pipeline.task.name";
    public const string TaskResult = "cicd.pipeline.task.run.result";
    public const string Suite = "test.suite.name";
    public const string Case = "test.case.name";
    public const string CaseResult = "test.case.result.status";
    public const string File = "code.file.path";
    public const string Line = "code.line.number";
    public const string ErrorType = "error.type";
    public const string ModelOperation = "gen_ai.operation.name";
    public const string ModelProvider = "gen_ai.provider.name";
    public const string Model = "gen_ai.response.model";
    public const string InputTokens = "gen_ai.usage.input_tokens";
    public const string OutputTokens = "gen_ai.usage.output_tokens";
    public const string TokenType = "gen_ai.token.type";

    public const string Outcome = "playbooks.outcome";
    public const string StepPath = "playbooks.step.path";
    public const string StepAction = "playbooks.step.action";
    public const string StepTakenOver = "playbooks.step.taken_over";
    public const string Attempts = "playbooks.step.attempts";
    public const string Attempt = "playbooks.attempt";
    public const string Selector = "playbooks.selector";
    public const string SelectorUsed = "playbooks.selector.used";
    public const string SelectorRank = "playbooks.selector.rank";
    public const string Expectations = "playbooks.expectations";
    public const string Unmet = "playbooks.expectations.unmet";
    public const string RecoveryDone = "playbooks.recovery.done";
    public const string StuckLevel = "playbooks.stuck.level";
}
