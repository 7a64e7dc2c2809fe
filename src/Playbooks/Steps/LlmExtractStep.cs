using Playbooks.Instrumentation;
using Playbooks.Steps.Support;
using Playbooks.Texts;

namespace Playbooks.Steps;

/// <summary>Reads the page and asks the run's language model a question about it.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="prompt">The question for the language model.</param>
/// <param name="selector">The selectors of the element to read, or null for the whole page.</param>
public class LlmExtractStep(StepInfo info, string prompt, SelectorChain? selector = null) : LlmExtractStep<string>(info, prompt, selector);

/// <summary>Reads the page, asks the run's language model a question about it, and converts the answer to a value.</summary>
/// <typeparam name="TOutput">The type of the output: string, int, decimal, bool, or <see cref="DateOnly"/>.</typeparam>
/// <param name="info">The description of the step as written.</param>
/// <param name="prompt">The question for the language model.</param>
/// <param name="selector">The selectors of the element to read, or null for the whole page.</param>
public class LlmExtractStep<TOutput>(StepInfo info, string prompt, SelectorChain? selector = null) : Step<TOutput>(info)
    where TOutput : notnull
{
    private static readonly SelectorChain WholePage = new("body");

    /// <inheritdoc/>
    public override SelectorChain? Selector { get; } = selector;

    /// <summary>Gets the question for the language model.</summary>
    public string Prompt { get; } = prompt;

    /// <summary>Gets what is read from the element, or from the whole page if there is no selector.</summary>
    public ExtractMode Mode { get; init; } = ExtractMode.Text;

    /// <summary>Gets the type that the text is converted to, which corresponds to <typeparamref name="TOutput"/>.</summary>
    public ValueKind As { get; init; } = ValueKind.String;

    /// <summary>Gets the name of the culture of numbers and dates, or null for the invariant culture.</summary>
    public string? Culture { get; init; }

    internal override IEnumerable<(string Name, string? Text)> Inputs =>
    [
        .. base.Inputs,
        ("prompt", Prompt),
        ("mode", Mode == ExtractMode.Text ? null : Mode.ToString().ToLowerInvariant()),
        ("as", As == ValueKind.String ? null : As.ToString().ToLowerInvariant()),
        ("culture", Culture),
    ];

    internal override ActionFacts Facts => ActionFacts.LlmExtract;

    // The answer of a model does not prove that a recovery worked.
    internal override bool ChecksPage => false;

    internal override bool AsksModel => true;

    internal override async Task<TOutput> ReadAsync(StepContext context)
    {
        var model = context.Model ?? throw new PlaybookException(
            ErrorCode.LlmError, "llm_extract needs a language model, and this run has none: set one in the run's options.");
        var content = await new ElementReader(context, Mode, null).ReadAsync(Selector ?? WholePage).ConfigureAwait(false);
        var answer = await AskAsync(model, content, context).ConfigureAwait(false);
        context.Answers.Add(answer);
        var value = new ValueText(Culture).Parse<TOutput>(answer.Text.Trim(), "The model's answer");
        return PageAnswer.IsIn(answer.Text, value, content)
            ? value
            : throw new PlaybookException(ErrorCode.LlmError, $"The model's answer \"{answer.Text.Trim().Truncate(120)}\" is not a text of the page, so it is not accepted. Ask for a text that the page shows.");
    }

    internal override TOutput Parse(string text) => new ValueText(Culture).Parse<TOutput>(text.Trim(), "The text");

    private async Task<ModelAnswer> AskAsync(ITextModel model, string content, StepContext context)
    {
        using var call = new ModelCall(context.Time, context.Mask);
        try
        {
            var answer = await model.AskAsync(Prompt, content, context.CancellationToken)
                .WaitAsync(context.Deadline.Remaining, context.Time, context.CancellationToken).ConfigureAwait(false);
            call.Answered(answer);
            return answer;
        }
        catch (TimeoutException error)
        {
            throw Failed(call, $"The model did not answer within {context.Deadline.Limit.InWords()}.", error);
        }
        catch (Exception error) when (error is not (OperationCanceledException or PlaybookException))
        {
            throw Failed(call, $"The model did not answer: {error.Message}", error);
        }
    }

    private static PlaybookException Failed(ModelCall call, string message, Exception error)
    {
        var failure = new PlaybookException(ErrorCode.LlmError, message, error);
        call.Fail(failure);
        return failure;
    }
}
