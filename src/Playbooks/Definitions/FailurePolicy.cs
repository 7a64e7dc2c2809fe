namespace Playbooks;

/// <summary>Specifies what happens when an attempt of a step fails.</summary>
public enum FailurePolicy
{
    /// <summary>The step is attempted again. After the last attempt, the recovery agent takes over if the run has one.</summary>
    LlmRecover,

    /// <summary>The step is attempted again.</summary>
    Retry,

    /// <summary>The playbook fails immediately.</summary>
    Abort,
}
