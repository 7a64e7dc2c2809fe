using System.Text;

namespace Playbooks.Texts;

/// <summary>Says why something failed.</summary>
internal static class CauseText
{
    /// <summary>In one sentence, for people.</summary>
    public static string Plain(Exception failure)
    {
        var message = failure.Message.Trim();
        var end = message.IndexOf('\n', StringComparison.Ordinal);
        var line = end < 0 ? message : message[..end].TrimEnd();
        return line.Length > 0 ? LookAlikes.Shown(line) : failure.GetType().Name;
    }

    /// <summary>With all that lies behind it, for those who look for the cause.</summary>
    public static string Technical(Exception failure)
    {
        var text = new StringBuilder(failure is PlaybookException ? failure.Message : Named(failure));
        for (var inner = failure.InnerException; inner is not null; inner = inner.InnerException)
        {
            // A cleaned exception holds the same words as the one that it was made of.
            if (!text.ToString().Contains(inner.Message, StringComparison.Ordinal))
            {
                text.Append('\n').Append(Named(inner));
            }
        }

        return LookAlikes.Shown(text.ToString());
    }

    /// <summary>Why, for programs.</summary>
    public static ErrorCode Code(Exception failure) => (failure as PlaybookException)?.Code ?? ErrorCode.StepFailed;

    private static string Named(Exception failure) => $"{failure.GetType().Name}: {failure.Message}";
}
