using System.Diagnostics;
using Playbooks.Guarding.Secrets;
using Playbooks.Texts;

namespace Playbooks.Instrumentation;

/// <summary>The span and the measurements of asking a language model, by OpenTelemetry's conventions for them. What is asked and answered is never told.</summary>
/// <param name="time">Measures how long it takes.</param>
/// <param name="mask">Hides secrets in an error.</param>
internal readonly struct ModelCall(TimeProvider time, SecretMask mask) : IDisposable
{
    private readonly Activity? span = StartSpan();
    private readonly long start = time.GetTimestamp();

    /// <summary>It answered.</summary>
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

    /// <summary>It did not.</summary>
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

    /// <summary>Ends it.</summary>
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
