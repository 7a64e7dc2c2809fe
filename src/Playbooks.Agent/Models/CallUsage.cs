using Anthropic.Models.Messages;
using Microsoft.Extensions.AI;

namespace Playbooks.Agent.Models;

/// <summary>The tokens of a call, as far as its stream has reported them.</summary>
internal static class CallUsage
{
    /// <summary>Returns the input and output tokens of the parts of an answer.</summary>
    public static (long Input, long Output) From(IReadOnlyList<ChatResponseUpdate> updates)
    {
        var usages = updates.SelectMany(static update => update.Contents).OfType<UsageContent>().Select(static one => one.Details).ToList();
        return usages.Count > 0
            ? (usages.Sum(static one => one.InputTokenCount ?? 0), usages.Sum(static one => one.OutputTokenCount ?? 0))
            : Begun(updates);
    }

    // Anthropic reports the input at the beginning of a stream; the adapter passes it on at the end, which a stream that was cut does not reach.
    private static (long Input, long Output) Begun(IReadOnlyList<ChatResponseUpdate> updates)
    {
        foreach (var update in updates)
        {
            var start = update.RawRepresentation switch
            {
                RawMessageStartEvent begun => begun,
                RawMessageStreamEvent part when part.TryPickStart(out var begun) => begun,
                _ => null,
            };
            if (start is not null)
            {
                return (start.Message.Usage.InputTokens, start.Message.Usage.OutputTokens);
            }
        }

        return (0, 0);
    }
}
