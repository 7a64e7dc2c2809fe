namespace Playbooks.Agent;

/// <summary>Configures a recovery agent. Every option has a default.</summary>
public sealed record AgentOptions
{
    /// <summary>The environment variable that chooses the model: <c>anthropic:MODEL</c> or <c>openai:MODEL</c>.</summary>
    public const string ModelVariable = "PLAYBOOKS_MODEL";

    /// <summary>Gets the model as <c>anthropic:MODEL</c> or <c>openai:MODEL</c>. The default is the value of <see cref="ModelVariable"/>. Not used if a client is given.</summary>
    public string? Model { get; init; }

    /// <summary>Gets the maximum number of input and output tokens of one run. The default is 400,000.</summary>
    public long Tokens { get; init; } = 400_000;

    /// <summary>Gets the maximum number of model calls of one run. Calls that failed count as well. The default is 60.</summary>
    public int Calls { get; init; } = 60;

    /// <summary>Gets the maximum time of one run. The default is 10 minutes. <see cref="RecoveryLimits.Time"/> applies as well.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets the maximum number of attempts of a call whose provider is overloaded or whose connection breaks. The default is 4.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Gets how long the model can send nothing before the attempt fails. The default is 60 seconds.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets the maximum number of output tokens of one call. The default is 4,096.</summary>
    public int AnswerTokens { get; init; } = 4_096;

    /// <summary>Gets the maximum estimated number of tokens in one view of the page. The default is 6,000.</summary>
    public int PageTokens { get; init; } = 6_000;

    /// <summary>Gets the clock for limits and delays. The default is the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
