namespace Playbooks;

/// <summary>What happens when a try of a step fails.</summary>
public enum FailurePolicy
{
    /// <summary>It is tried again; after the last try the recovery agent takes over, if the run has one.</summary>
    LlmRecover,

    /// <summary>It is tried again.</summary>
    Retry,

    /// <summary>The playbook fails at once.</summary>
    Abort,
}
