using System.Globalization;
using Playbooks.Reports;

namespace Playbooks.Server.Pages;

/// <summary>Describes the state and the times of a run in words.</summary>
internal static class RunText
{
    /// <summary>Makes all characters of a text visible, so that none can hide or reorder what a page says.</summary>
    public static string Visible(this string text) => VisibleText.From(text);

    public static Verdict Verdict(this RunStatus status) => Verdicts.From(status.Status, status.Result, status.FailedAsExpected);

    /// <summary>Determines whether a run has not ended.</summary>
    public static bool IsLive(this RunStatus status) => status.Status is RunState.Starting or RunState.Running;

    public static string Name(this RunStatus status) => (status.PlaybookName ?? status.Playbook).Visible();

    /// <summary>Returns the state of a run in one or two words.</summary>
    public static string Word(this RunStatus status) => (status.Status, status.Error?.Code) switch
    {
        (RunState.Starting, _) => "Waiting",
        (RunState.Running, _) => "Running",
        (RunState.Terminated, ErrorCode.WorkerLost) => "Lost",
        (RunState.Terminated, ErrorCode.UpstreamUnreachable) => "Unreachable",
        (RunState.Terminated, _) => "Stopped",
        _ => status.Verdict().Word(),
    };

    /// <summary>Explains the state of a run.</summary>
    public static string Meaning(this RunStatus status) => (status.Status, status.Error?.Code) switch
    {
        (RunState.Starting, _) => "The run has not started. It is queued, or is waiting for a browser.",
        (RunState.Running, _) => "Steps appear here when they end.",
        (RunState.Terminated, ErrorCode.WorkerLost) => "The process that executed the run no longer exists, and the run did not end. The recorded actions are listed below.",
        (RunState.Terminated, ErrorCode.UpstreamUnreachable) => "The worker that executes the run does not respond, so its state is unknown. The stored actions are listed below.",
        (RunState.Terminated, _) => "The run was stopped before it ended. The actions until then are listed below.",
        _ => status.Verdict().Meaning(),
    };

    /// <summary>Returns the time since a moment, such as <c>3 min ago</c>, or the date if it is more than a month ago.</summary>
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
