using System.Globalization;
using Playbooks.Reports;

namespace Playbooks.Server.Pages;

/// <summary>A run's standing and its times in words for people.</summary>
internal static class RunWords
{
    /// <summary>All its characters visible: none can hide or turn what a page says.</summary>
    public static string Visible(this string text) => VisibleText.Of(text);

    public static Verdict Verdict(this RunStatus status) => Verdicts.Of(status.Status, status.Result, status.FailedAsExpected);

    /// <summary>Whether it has not come to its end.</summary>
    public static bool IsLive(this RunStatus status) => status.Status is RunState.Starting or RunState.Running;

    public static string Name(this RunStatus status) => (status.PlaybookName ?? status.Playbook).Visible();

    /// <summary>How it stands, in one or two words.</summary>
    public static string Word(this RunStatus status) => (status.Status, status.Error?.Code) switch
    {
        (RunState.Starting, _) => "Waiting",
        (RunState.Running, _) => "Running",
        (RunState.Terminated, ErrorCode.WorkerLost) => "Lost",
        (RunState.Terminated, ErrorCode.UpstreamUnreachable) => "Out of reach",
        (RunState.Terminated, _) => "Stopped",
        _ => status.Verdict().Word(),
    };

    /// <summary>What that means.</summary>
    public static string Meaning(this RunStatus status) => (status.Status, status.Error?.Code) switch
    {
        (RunState.Starting, _) => "It has not begun: it waits for its turn, or for its browser.",
        (RunState.Running, _) => "Its steps appear here as they end.",
        (RunState.Terminated, ErrorCode.WorkerLost) => "The process that executed it is gone, and it did not come to its end. What it had written down until then is below.",
        (RunState.Terminated, ErrorCode.UpstreamUnreachable) => "The worker that executes it does not answer, so nobody knows how it goes on. What is stored of it is below.",
        (RunState.Terminated, _) => "It was stopped before its end. What it had done until then is below.",
        _ => status.Verdict().Meaning(),
    };

    /// <summary>How long ago, such as <c>3 min ago</c>; the date of what is over a month old.</summary>
    public static string Ago(DateTimeOffset moment, DateTimeOffset now) => (now - moment) switch
    {
        { TotalSeconds: < 45 } => "just now",
        { TotalMinutes: < 59.5 } past => Text($"{Math.Max(1, past.TotalMinutes):0} min ago"),
        { TotalHours: < 23.5 } past => Text($"{past.TotalHours:0} h ago"),
        { TotalDays: < 30 } past => Text($"{ReportWording.Count((int)Math.Round(past.TotalDays), "day")} ago"),
        _ => Text($"{moment.UtcDateTime:yyyy-MM-dd}"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
