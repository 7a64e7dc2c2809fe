using System.Text;

namespace Playbooks.Texts;

/// <summary>Describes why an operation failed.</summary>
internal static class CauseText
{
    /// <summary>Returns the reason in one sentence, for people.</summary>
    public static string Plain(Exception failure)
    {
        var message = failure.Message.Trim();
        var end = message.IndexOf('\n', StringComparison.Ordinal);
        var line = end < 0 ? message : message[..end].TrimEnd();
        return line.Length > 0 ? LookAlikes.Shown(line) : failure.GetType().Name;
    }

    /// <summary>Returns the reason with all inner exceptions, for diagnosis.</summary>
    public static string Technical(Exception failure)
    {
        var text = new StringBuilder(failure is PlaybookException ? failure.Message : Named(failure));
        for (var inner = failure.InnerException; inner is not null; inner = inner.InnerException)
        {
            // A cleaned exception has the same message as its original.
            if (!text.ToString().Contains(inner.Message, StringComparison.Ordinal))
            {
                text.Append('\n').Append(Named(inner));
            }
        }

        return LookAlikes.Shown(text.ToString());
    }

    /// <summary>Returns the error code.</summary>
    public static ErrorCode Code(Exception failure) => (failure as PlaybookException)?.Code ?? ErrorCode.StepFailed;

    private static string Named(Exception failure) => $"{failure.GetType().Name}: {failure.Message}";
}
