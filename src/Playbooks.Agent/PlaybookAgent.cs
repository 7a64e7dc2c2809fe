using Microsoft.Extensions.AI;
using Playbooks.Agent.Looping;
using Playbooks.Agent.Models;
using Playbooks.Agent.Pages;
using Playbooks.Agent.Tools;

namespace Playbooks.Agent;

/// <summary>
/// Recovers failed steps with a language model, and answers <c>llm_extract</c>. The model works under the run's guardrails, and never
/// decides the outcome: the run verifies every step that the model reports as done.
/// </summary>
public sealed partial class PlaybookAgent : IRecoveryAgent, ITextModel, IDisposable
{
    private readonly IChatClient client;
    private readonly AgentOptions options;
    private readonly bool ownsClient;

    /// <summary>Initializes an agent with a client of any provider.</summary>
    /// <param name="client">The client of the model. The client must not retry calls, because the agent retries them. Disposing the agent does not dispose the client.</param>
    /// <param name="options">The limits, or null for the defaults.</param>
    public PlaybookAgent(IChatClient client, AgentOptions? options = null)
        : this(client, options ?? new(), ownsClient: false)
    {
    }

    private PlaybookAgent(IChatClient client, AgentOptions options, bool ownsClient)
    {
        ArgumentNullException.ThrowIfNull(client);
        this.client = client;
        this.options = options;
        this.ownsClient = ownsClient;
    }

    /// <inheritdoc/>
    public bool ChecksClicks => true;

    /// <summary>
    /// Creates an agent with the model that <see cref="AgentOptions.Model"/> or the environment variable <see cref="AgentOptions.ModelVariable"/>
    /// names. The key and the URL come from the provider's own variables: <c>ANTHROPIC_API_KEY</c> and <c>ANTHROPIC_BASE_URL</c>, or <c>OPENAI_API_KEY</c> and <c>OPENAI_BASE_URL</c>.
    /// </summary>
    /// <param name="options">The model and the limits, or null for the defaults.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.LlmError"/>: a variable is missing or invalid. The message says what to set.</exception>
    public static PlaybookAgent FromEnvironment(AgentOptions? options = null)
    {
        options ??= new();
        return new(ModelClients.Create(ModelChoice.Read(options.Model, Environment.GetEnvironmentVariable)), options, ownsClient: true);
    }

    /// <inheritdoc/>
    public Task<RecoveryResult> RecoverAsync(RecoveryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ActAsync(request, new HandOver(request), AgentInstructions.Text, ScopeOf(request), cancellationToken);
    }

    /// <summary>Releases the connections of an agent that was created by <see cref="FromEnvironment"/>.</summary>
    public void Dispose()
    {
        if (ownsClient)
        {
            client.Dispose();
        }
    }

    /// <summary>Lets the model work until the step of a task is verified, or until it gives up.</summary>
    internal async Task<RecoveryResult> ActAsync(RecoveryRequest request, ITaskText task, string instructions, RecoveryScope needed, CancellationToken cancellationToken)
    {
        var session = Session(request, instructions);
        session.Budget.BeginStep(request.Limits.Tokens);
        var caller = new ModelCaller(client, options, session.Budget, request.Actions.CountTokens);
        var scope = new TaskScope(needed, task.AuthorText());
        var tools = new ToolSet(request.Actions.Available, scope.Scope);
        var check = new ActionCheck(request.Guardrails.EnableLlmActionCheck ? caller : null, task.Summary(), options.AnswerTokens);
        var router = new ToolRouter(request, tools, scope, check, new PageViewer(request.Page, scope, options.PageTokens));
        try
        {
            session.History.AddTask(task.Write(), (await router.LookAsync().ConfigureAwait(false)).Text);
            return new() { Reason = await new AgentLoop(caller, session.History, tools, router, options).RunAsync(cancellationToken).ConfigureAwait(false) };
        }
        catch (AgentEndedException ended)
        {
            return new() { Reason = ended.Message };
        }
    }

    private static RecoveryScope ScopeOf(RecoveryRequest request) =>
        TaskScope.For([request.FailedStep.Info.Action, .. request.RemainingSteps.Select(static one => one.Action)], request.Actions.Available);

    private AgentSession Session(RecoveryRequest request, string instructions)
    {
        if (request.Items.TryGetValue(this, out var known) && known is AgentSession session)
        {
            return session;
        }

        session = new(new(options), new(instructions));
        request.Items[this] = session;
        return session;
    }
}
