using System.Runtime.ExceptionServices;
using Playbooks.Steps.Support;
using Playbooks.Texts;

namespace Playbooks.Steps;

/// <summary>Reads the page and asks the run's language model a question about it.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="prompt">The question for the language model.</param>
/// <param name="selector">The selectors of the element to read, or null for the whole page.</param>
public class LlmExtractStep(StepInfo info, string prompt, SelectorChain? selector = null) : LlmExtractStep<string>(info, prompt, selector);

/// <summary>Reads the page, asks the run's language model a question about it, and converts the answer to a value.</summary>
/// <typeparam name="TOutput">The type of the output: string, int, decimal, bool, or <see cref="DateOnly"/>; with <see cref="Shape"/>, a generated record.</typeparam>
/// <param name="info">The description of the step as written.</param>
/// <param name="prompt">The question for the language model.</param>
/// <param name="selector">The selectors of the element to read, or null for the whole page.</param>
public class LlmExtractStep<TOutput>(StepInfo info, string prompt, SelectorChain? selector = null) : Step<TOutput>(info)
    where TOutput : notnull
{
    private static readonly SelectorChain WholePage = new("body");
    private static readonly TimeSpan ModelGrace = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override SelectorChain? Selector { get; } = selector;

    /// <summary>Gets the question for the language model.</summary>
    public string Prompt { get; } = prompt;

    /// <summary>Gets what is read from the element, or from the whole page if there is no selector.</summary>
    public ExtractMode Mode { get; init; } = ExtractMode.Text;

    /// <summary>Gets the type that the text is converted to, which corresponds to <typeparamref name="TOutput"/>.</summary>
    public ValueKind As { get; init; } = ValueKind.String;

    /// <summary>Gets the record that the answer is converted to, or null if the answer is a single value.</summary>
    public AnswerShape<TOutput>? Shape { get; init; }

    /// <summary>Gets the name of the culture in which numbers and dates are written, or null for the invariant culture.</summary>
    public string? Culture { get; init; }

    internal override IEnumerable<(string Name, string? Text)> Inputs =>
    [
        .. base.Inputs,
        ("prompt", Prompt),
        ("mode", Mode == ExtractMode.Text ? null : Mode.ToString().ToLowerInvariant()),
        ("as", As == ValueKind.String ? null : As.ToString().ToLowerInvariant()),
        ("shape", Shape is null ? null : string.Join(", ", Shape.Fields.Select(static one => $"{one.Name}: {one.Type.ToString().ToLowerInvariant()}"))),
        ("culture", Culture),
    ];

    internal override ActionFacts Facts => ActionFacts.LlmExtract;

    // The answer of a model does not prove that a recovery worked.
    internal override bool ChecksPage => false;

    internal override bool AsksModel => true;

    private bool HasCulture => Culture is not (null or "" or "invariant");

    internal override async Task<TOutput> ReadAsync(StepContext context)
    {
        var model = context.Model ?? throw new PlaybookException(
            ErrorCode.LlmError, "llm_extract needs a language model, and this run has none: set one in the run's options.");
        // A secret that the page shows leaves the machine as little as one that the playbook contains.
        var content = context.Mask.Apply(await new ElementReader(context, Mode, null).ReadAsync(Selector ?? WholePage).ConfigureAwait(false));
        var answer = await AskAsync(model, new(context.Mask.Apply(Prompt), content) { Schema = Shape is null ? null : AnswerSchema.Create(Shape.Fields, HasCulture) }, context).ConfigureAwait(false);
        context.Answers.Add(answer);
        if (Shape is not null)
        {
            return Shape.Create(new ShapedAnswer(Shape.Fields, Culture).Read(answer.Text, content));
        }

        var value = new ValueText(Culture).Parse<TOutput>(answer.Text.Trim(), "The model's answer");
        return PageAnswer.IsIn(answer.Text, value, content)
            ? value
            : throw new PlaybookException(ErrorCode.LlmError, $"The model's answer \"{answer.Text.Trim().Truncate(120)}\" is not text on the page, so it is not accepted. Ask for text that the page shows.");
    }

    internal override TOutput Parse(string text) => Shape is null
        ? new ValueText(Culture).Parse<TOutput>(text.Trim(), "The text")
        : Shape.Create(new ShapedAnswer(Shape.Fields, Culture).Read(text, content: null));

    internal override IReadOnlyList<string> ShownTexts(string answer) => Shape is null ? base.ShownTexts(answer) : new ShapedAnswer(Shape.Fields, Culture).ShownTexts(answer);

    private static async Task<ModelAnswer> AskAsync(ITextModel model, ModelQuestion question, StepContext context)
    {
        using var call = new ModelCall(context.Time, context.Mask);
        using var limit = new CancellationTokenSource(context.Deadline.Remaining, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.CancellationToken);
        Exception? failure = null;
        try
        {
            // A model that is cancelled gets a moment to count the tokens of the call.
            var answer = await model.AskAsync(question, either.Token)
                .WaitAsync(context.Deadline.Remaining + ModelGrace, context.Time, context.CancellationToken).ConfigureAwait(false);
            call.Complete(answer);
            return answer;
        }
        catch (Exception error) when (!context.CancellationToken.IsCancellationRequested)
        {
            failure = error is TimeoutException || limit.IsCancellationRequested
                ? new PlaybookException(ErrorCode.LlmError, $"The model did not answer within {context.Deadline.Limit.InWords()}.", error)
                : error as PlaybookException ?? new PlaybookException(ErrorCode.LlmError, $"The model did not answer: {error.Message}", error);
            ExceptionDispatchInfo.Throw(failure);
            throw;
        }
        finally
        {
            var (input, output) = question.FailedTokens;
            if (failure is not null)
            {
                call.Fail(failure, input, output);
            }

            context.Answers.Add(new(string.Empty, input, output));
        }
    }
}
