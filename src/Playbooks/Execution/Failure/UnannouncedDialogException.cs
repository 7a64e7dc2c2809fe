namespace Playbooks.Execution.Failure;

/// <summary>A step caused a dialog that nothing announced. It is not attempted again: what the dialog asked about has been answered.</summary>
internal sealed class UnannouncedDialogException(string message, Exception? beside) : PlaybookException(ErrorCode.StepFailed, message, beside);
