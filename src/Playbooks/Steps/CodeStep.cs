using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>A step that a C# method of the playbook carries out.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="method">The name of the method in the YAML.</param>
/// <param name="run">Calls the method.</param>
public class CodeStep(StepInfo info, string method, Func<CodeContext, Task> run) : Step(info)
{
    /// <summary>Gets the name of the method in the YAML.</summary>
    public string Method { get; } = method;

    /// <summary>Gets the arguments as strings. Secrets are marked, but not masked yet.</summary>
    public IReadOnlyList<NamedValue> Arguments { get; init; } = [];

    /// <inheritdoc/>
    public override string InputSummary => Method;

    internal override IEnumerable<(string Name, string? Text)> Inputs => Arguments.Select(static argument => (argument.Name, (string?)argument.Text));

    internal override ActionFacts Facts => throw new InvalidOperationException("What a method does is not known.");

    internal override bool IsSafeToRepeat => false;

    internal override bool ChangesPage => true;

    internal override bool ChecksPage => false;

    internal override string ActionNoun => $"method {Method}";

    internal override async Task<object?> ActAsync(StepContext context)
    {
        await CodeCall.RunAsync(context, async inside =>
        {
            await run(inside).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return null;
    }
}

/// <summary>A step that a C# method of the playbook carries out, and that outputs what the method returns.</summary>
/// <typeparam name="TOutput">The type of the output: string, int, decimal, bool, or <see cref="DateOnly"/>.</typeparam>
/// <param name="info">The description of the step as written.</param>
/// <param name="method">The name of the method in the YAML.</param>
/// <param name="run">Calls the method.</param>
public class CodeStep<TOutput>(StepInfo info, string method, Func<CodeContext, Task<TOutput>> run) : Step<TOutput>(info)
    where TOutput : notnull
{
    /// <summary>Gets the name of the method in the YAML.</summary>
    public string Method { get; } = method;

    /// <summary>Gets the arguments as strings. Secrets are marked, but not masked yet.</summary>
    public IReadOnlyList<NamedValue> Arguments { get; init; } = [];

    /// <inheritdoc/>
    public override string InputSummary => Method;

    internal override IEnumerable<(string Name, string? Text)> Inputs => Arguments.Select(static argument => (argument.Name, (string?)argument.Text));

    internal override ActionFacts Facts => throw new InvalidOperationException("What a method does is not known.");

    internal override bool IsSafeToRepeat => false;

    internal override bool ChangesPage => true;

    internal override bool ChecksPage => false;

    internal override string ActionNoun => $"method {Method}";

    internal override async Task<TOutput> ReadAsync(StepContext context) =>
        await CodeCall.RunAsync(context, run).ConfigureAwait(false)
        ?? throw new PlaybookException(ErrorCode.StepFailed, $"The method {Method} returned null, but its step outputs a value.");

    internal override TOutput Parse(string text) => new ValueText(null).Parse<TOutput>(text.Trim(), "The text");
}
