using System.Globalization;
using Playbooks.Generated;
using Playbooks.Steps;

namespace Playbooks.Tests.Runner.Scripted;

/// <summary>What scripted playbooks store.</summary>
public sealed record ScriptedOutputs
{
    public string? Status { get; init; }

    public int? Count { get; init; }
}

/// <summary>A playbook as the generator would write it, its steps given by the test.</summary>
internal sealed class ScriptedPlaybook(params Step[] steps) : Playbook<ScriptedOutputs>
{
    public const string File = "/shop/cancel_order.playbook.yaml";

    /// <summary>Where its file is.</summary>
    public string SourcePath { get; init; } = File;

    /// <summary>Stands for the package that checks accessibility.</summary>
    public IAccessibilityScanner? Accessibility { get; init; }

    public string? BaseUrl { get; init; }

    public string? StartUrl { get; init; }

    public bool? AuthRequired { get; init; }

    /// <summary>How it logs in, with a form.</summary>
    public LoginInfo? Login { get; init; }

    public IReadOnlyList<NamedValue> Given { get; init; } = [];

    /// <summary>Stands for generated code that cannot tell its values.</summary>
    public Exception? ValuesThrow { get; init; }

    /// <summary>Stands for what the playbook's cases give.</summary>
    public IReadOnlyList<Secret> CaseSecrets { get; init; } = [];

    public Action<Hooks>? Hang { get; init; }

    /// <summary>Stands for generated code that throws by itself, before the step of this number.</summary>
    public (int BeforeStep, Exception Error)? Throws { get; init; }

    /// <summary>The steps of <c>finally</c>.</summary>
    public IReadOnlyList<Step> Last { get; init; } = [];

    private readonly PlaybookInfo info = new()
    {
        Id = "cancel_order",
        Name = "Cancel order",
        Source = new(File, () => string.Join('\n', Enumerable.Range(1, 20).Select(line => $"line {line.ToString(CultureInfo.InvariantCulture)}"))),
        Steps = [.. steps.Select(step => step.Info)],
    };

    public Guardrails Guardrails { get; private set; } = new();

    public override PlaybookInfo Info => info with { Source = SourcePath == File ? info.Source : new(SourcePath, static () => "line 1"), Accessibility = Accessibility, Guardrails = Guardrails, CaseSecrets = CaseSecrets, AuthRequired = AuthRequired, Credentials = Login is null ? [] : [new("username"), new("password")], Steps = [.. info.Steps, .. Last.Select(step => step.Info)] };

    /// <summary>The same playbook, with these guardrails.</summary>
    public ScriptedPlaybook With(Guardrails guardrails)
    {
        Guardrails = guardrails;
        return this;
    }

    protected override string? GetBaseUrl(RunValues run) => BaseUrl;

    protected override LoginInfo? GetLogin(RunValues run) => Login;

    protected override string? GetStartUrl(RunValues run) => StartUrl;

    protected override IReadOnlyList<NamedValue> GetValues() => ValuesThrow is null ? Given : throw ValuesThrow;

    protected override ScriptedOutputs Store(ScriptedOutputs outputs, string name, object value) => value switch
    {
        string text => outputs with { Status = text },
        int number => outputs with { Count = number },
        _ => outputs,
    };

    protected override void ConfigureHooks(Hooks hooks) => Hang?.Invoke(hooks);

    protected override async Task RunFinallyAsync(StepRunner<ScriptedOutputs> steps)
    {
        foreach (var step in Last)
        {
            await steps.RunAsync(step);
        }
    }

    protected override async Task RunStepsAsync(StepRunner<ScriptedOutputs> steps1)
    {
        foreach (var step in steps)
        {
            if (Throws is { } throws && throws.BeforeStep == step.Info.Number)
            {
                throw throws.Error;
            }

#line 7 "/shop/cancel_order.playbook.yaml"
            await steps1.RunAsync(step);
#line default
        }
    }
}
