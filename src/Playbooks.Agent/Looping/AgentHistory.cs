using Microsoft.Extensions.AI;
using Playbooks.Agent.Tools;

namespace Playbooks.Agent.Looping;

/// <summary>
/// The conversation with the model. Only the newest view and the newest picture of the page are kept, so that the number of input tokens stays
/// flat, however long the recovery takes.
/// </summary>
internal sealed class AgentHistory
{
    private const string OldView = "(An older view of the page was here.)";
    private const string OldPicture = "(An older picture of the page was here.)";

    private readonly List<ChatMessage> messages = [];
    private Action? forgetView;
    private Action? forgetPicture;

    public AgentHistory(string instructions) => messages.Add(new(ChatRole.System, instructions));

    /// <summary>Gets the messages.</summary>
    public IReadOnlyList<ChatMessage> Messages => messages;

    /// <summary>Adds a text of the run, with a view of the page.</summary>
    public void AddTask(string text, string view)
    {
        var shown = new TextContent(view);
        messages.Add(new(ChatRole.User, [new TextContent(text), shown]));
        Replace(ref forgetView, () => shown.Text = OldView);
    }

    /// <summary>Adds a text of the run.</summary>
    public void AddText(string text) => messages.Add(new(ChatRole.User, text));

    /// <summary>Adds an answer of the model unchanged, because providers recognize what they have written.</summary>
    /// <returns>The calls in it, in order.</returns>
    public IReadOnlyList<FunctionCallContent> Add(ChatResponse response)
    {
        messages.AddRange(response.Messages);
        var calls = response.Messages.SelectMany(static message => message.Contents).OfType<FunctionCallContent>().ToList();
        foreach (var call in calls)
        {
            // Arguments that are no JSON object cannot be sent back.
            call.Arguments ??= new Dictionary<string, object?>();
        }

        return calls;
    }

    /// <summary>Adds the answers to all calls of the model's latest answer.</summary>
    public void Add(IReadOnlyList<(FunctionCallContent Call, ToolAnswer Answer)> answers)
    {
        var results = new List<AIContent>();
        byte[]? picture = null;
        foreach (var (call, answer) in answers)
        {
            var result = new FunctionResultContent(call.CallId, answer.View is { } view ? $"{answer.Text}\n{view.Text}" : answer.Text);
            results.Add(result);
            picture = answer.Picture ?? picture;
            if (answer.View is not null)
            {
                Replace(ref forgetView, () => result.Result = $"{answer.Text}\n{OldView}");
            }
        }

        messages.Add(new(ChatRole.Tool, results));
        if (picture is not null)
        {
            // Not every provider accepts a picture inside of a result.
            var message = new ChatMessage(ChatRole.User, [new DataContent(picture, "image/jpeg")]);
            messages.Add(message);
            Replace(ref forgetPicture, () => message.Contents = [new TextContent(OldPicture)]);
        }
    }

    private static void Replace(ref Action? forget, Action next)
    {
        forget?.Invoke();
        forget = next;
    }
}
