using System.Diagnostics;

namespace Playbooks.Instrumentation;

/// <summary>Where spans come from, and what they are called.</summary>
internal static class Spans
{
    public const string Run = "RUN";
    public const string Step = "step";
    public const string Resolution = "resolve selector";
    public const string Verification = "verify";
    public const string Recovery = "recover";
    public const string ModelCall = "chat";

    /// <summary>A try that failed, as an event of its step's span.</summary>
    public const string AttemptFailed = "playbooks.attempt_failed";

    // Static, as .NET means it: who listens names it once for the process. It holds nothing of a run.
    private static readonly ActivitySource Source = new(Telemetry.Name, typeof(Spans).Assembly.GetName().Version?.ToString(3));

    /// <summary>Whether anybody wants any.</summary>
    public static bool AreWanted => Source.HasListeners();

    /// <summary>Starts one below the current one; null: nobody wants it.</summary>
    public static Activity? Start(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);

    /// <summary>Notes why what it covers failed.</summary>
    /// <param name="span">The span.</param>
    /// <param name="code">What failed, of few values.</param>
    /// <param name="why">A masked sentence; null: there is none to tell.</param>
    public static void Fail(this Activity span, string code, string? why)
    {
        span.SetTag(Tags.ErrorType, code);
        span.SetStatus(ActivityStatusCode.Error, why);
    }
}
