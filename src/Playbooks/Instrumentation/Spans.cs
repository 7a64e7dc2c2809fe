using System.Diagnostics;

namespace Playbooks.Instrumentation;

/// <summary>Defines the source and the names of spans.</summary>
internal static class Spans
{
    public const string Run = "RUN";
    public const string Step = "step";
    public const string Resolution = "resolve selector";
    public const string Verification = "verify";
    public const string Recovery = "recover";
    public const string ModelCall = "chat";

    /// <summary>A failed attempt, as an event of its step's span.</summary>
    public const string AttemptFailed = "playbooks.attempt_failed";

    // Static, as recommended for .NET: listeners select the source by name once per process. It holds no state of a run.
    private static readonly ActivitySource Source = new(Telemetry.Name, typeof(Spans).Assembly.GetName().Version?.ToString(3));

    /// <summary>Gets whether spans are collected.</summary>
    public static bool AreWanted => Source.HasListeners();

    /// <summary>Starts a span as a child of the current one. Returns null if spans are not collected.</summary>
    public static Activity? Start(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);

    /// <summary>Starts a span as a child of another, or of the current one if that is null.</summary>
    public static Activity? StartIn(Activity? parent, string name) =>
        parent is null ? Start(name) : Source.StartActivity(name, ActivityKind.Internal, parent.Context);

    /// <summary>Records a failure.</summary>
    /// <param name="span">The span.</param>
    /// <param name="code">The error code, one of a few values.</param>
    /// <param name="why">A masked sentence, or null.</param>
    public static void Fail(this Activity span, string code, string? why)
    {
        span.SetTag(Tags.ErrorType, code);
        span.SetStatus(ActivityStatusCode.Error, why);
    }
}
