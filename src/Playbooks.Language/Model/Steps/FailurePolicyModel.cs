namespace Playbooks.Language.Model;

/// <summary>What happens when an attempt of a step fails.</summary>
public enum FailurePolicyModel
{
    /// <summary>As retry, then the recovery agent takes over.</summary>
    LlmRecover,

    /// <summary>The step is attempted again.</summary>
    Retry,

    /// <summary>The playbook fails.</summary>
    Abort,
}
