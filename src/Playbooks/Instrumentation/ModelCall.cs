using System.Diagnostics;
using Playbooks.Guarding.Secrets;
using Playbooks.Texts;

namespace Playbooks.Instrumentation;

/// <summary>Records the span and the metrics of a call to a language model, by OpenTelemetry's conventions. Prompts and responses are never recorded.</summary>
/// <param name="time">The clock for the duration.</param>
/// <param name="mask">Masks secrets in errors.</param>
internal readonly struct ModelCall(TimeProvider time, SecretMask mask) : IDisposable
{
    private readonly Activity? span = StartSpan();
    private readonly long start = time.GetTimestamp();

    /// <summary>Records a response.</summary>
    public void Answered(ModelAnswer answer)
    {
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
    /// <param name="inputTokens">The number of input tokens that were used nevertheless.</param>
    /// <param name="outputTokens">The number of output tokens that were used nevertheless.</param>
    public void Fail(Exception failure, long inputTokens = 0, long outputTokens = 0)
    {
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
