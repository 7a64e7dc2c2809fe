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
    public void Fail(Exception failure)
    {
        var code = CauseText.Code(failure).WireText();
        span?.Fail(code, mask.Apply(failure.Message));
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
