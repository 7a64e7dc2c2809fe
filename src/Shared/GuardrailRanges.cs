namespace Playbooks.Shared;

/// <summary>The limits of a run: what each may be, and what it is by default.</summary>
internal static class GuardrailRanges
{
    public static readonly NumberRange MaxUrlsVisited = new(1, 10000, 50);

    public static readonly NumberRange MaxConsecutiveErrors = new(1, 100, 5);

    public static readonly NumberRange StuckWindowSize = new(4, 200, 12);

    public static readonly NumberRange StuckRepeatHint = new(2, 100, 3);

    public static readonly NumberRange StuckRepeatWarn = new(2, 100, 5);

    public static readonly NumberRange StuckRepeatStop = new(2, 100, 7);

    public static readonly NumberRange StuckCycleMaxLength = new(2, 20, 3);

    public static readonly NumberRange StuckCycleRepeats = new(2, 20, 3);

    public static readonly NumberRange StuckRevisitGap = new(1, 50, 5);

    public static readonly NumberRange StuckFailureClusterWindow = new(2, 100, 5);

    public static readonly NumberRange StuckFailureClusterThreshold = new(2, 100, 3);
}
