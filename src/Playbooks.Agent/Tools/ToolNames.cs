namespace Playbooks.Agent.Tools;

/// <summary>The names of the tools that are not actions.</summary>
internal static class ToolNames
{
    public const string GetPage = "get_page";
    public const string Screenshot = "screenshot";
    public const string Sequence = "execute_sequence";
    public const string StepDone = "step_done";
    public const string GiveUp = "give_up";

    public static IReadOnlyList<string> All { get; } = [GetPage, Screenshot, Sequence, StepDone, GiveUp];
}
