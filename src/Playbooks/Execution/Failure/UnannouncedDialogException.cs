namespace Playbooks.Execution.Failure;

/// <summary>The exception that is thrown when a step causes an unexpected dialog. The step is not attempted again, because the dialog has been answered.</summary>
internal sealed class UnannouncedDialogException(string message, Exception? beside) : PlaybookException(ErrorCode.StepFailed, message, beside);
