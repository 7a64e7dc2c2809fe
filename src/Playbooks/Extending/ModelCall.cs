using System.Diagnostics;
using Playbooks.Guarding.Secrets;
using Playbooks.Instrumentation;
using Playbooks.Texts;

namespace Playbooks;

/// <summary>
/// Records the span and the metrics of a call to a language model, by OpenTelemetry's conventions, under <see cref="Telemetry.Name"/>. Runs
/// record the calls of <c>llm_extract</c> automatically; a recovery agent records its own calls. Prompts and responses are never recorded. The
/// default value records nothing.
/// </summary>
public readonly struct ModelCall : IDisposable
{
    private readonly TimeProvider? time;
    private readonly SecretMask mask;
    private readonly Activity? span;
    private readonly long start;

    /// <summary>Starts a call.</summary>
    /// <param name="time">The clock for the duration.</param>
    public ModelCall(TimeProvider time)
        : this(time, SecretMask.None)
    {
    }

    /// <summary>Starts a call.</summary>
    /// <param name="time">The clock for the duration.</param>
    /// <param name="mask">Masks secrets in errors.</param>
    internal ModelCall(TimeProvider time, SecretMask mask)
    {
        ArgumentNullException.ThrowIfNull(time);
        this.time = time;
        this.mask = mask;
        span = StartSpan();
        start = time.GetTimestamp();
    }

    /// <summary>Records a response.</summary>
    /// <param name="answer">The response, with its token usage.</param>
    public void Complete(ModelAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (time is null)
        {
            return;
        }

        span?.SetTag(Tags.ModelProvider, answer.Provider)
            .SetTag(Tags.Model, answer.Model)
            .SetTag(Tags.InputTokens, answer.InputTokens)
            .SetTag(Tags.OutputTokens, answer.OutputTokens);
        if (PlaybookMeter.ModelDuration.Enabled || PlaybookMeter.ModelTokens.Enabled)
        {
            var tags = TagsOf(answer);
            PlaybookMeter.ModelDuration.Record(time.GetElapsedTime(start).TotalSeconds, tags);
            Count(answer.InputTokens, "input", tags);
            Count(answer.OutputTokens, "output", tags);
        }
    }

    /// <summary>Records a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="inputTokens">The number of input tokens that the failed call used.</param>
    /// <param name="outputTokens">The number of output tokens that the failed call used.</param>
    public void Fail(Exception failure, long inputTokens = 0, long outputTokens = 0)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (time is null)
        {
            return;
        }

        var code = CauseText.Code(failure).WireText();
        span?.Fail(code, mask.Apply(failure.Message));
        if (inputTokens + outputTokens > 0)
        {
            span?.SetTag(Tags.InputTokens, inputTokens).SetTag(Tags.OutputTokens, outputTokens);
            Count(inputTokens, "input", TagsOf(null));
            Count(outputTokens, "output", TagsOf(null));
        }

        if (PlaybookMeter.ModelDuration.Enabled)
        {
            var tags = TagsOf(null);
            tags.Add(Tags.ErrorType, code);
            PlaybookMeter.ModelDuration.Record(time.GetElapsedTime(start).TotalSeconds, tags);
        }
    }

    /// <summary>Ends the span.</summary>
    public void Dispose() => span?.Dispose();

    private static Activity? StartSpan()
    {
        var started = Spans.Start(Spans.ModelCall, ActivityKind.Client);
        started?.SetTag(Tags.ModelOperation, Spans.ModelCall);
        return started;
    }

    private static TagList TagsOf(ModelAnswer? answer)
    {
        var tags = new TagList { { Tags.ModelOperation, Spans.ModelCall } };
        if (answer?.Provider is { } provider)
        {
            tags.Add(Tags.ModelProvider, provider);
        }

        if (answer?.Model is { } model)
        {
            tags.Add(Tags.Model, model);
        }

        return tags;
    }

    private static void Count(long tokens, string type, TagList tags)
    {
        tags.Add(Tags.TokenType, type);
        PlaybookMeter.ModelTokens.Record(tokens, tags);
    }
}
