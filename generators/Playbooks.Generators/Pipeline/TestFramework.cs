namespace Playbooks.Generators.Pipeline;

/// <summary>The framework that runs the cases of playbooks as tests.</summary>
internal enum TestFramework
{
    /// <summary>Cases do not become tests.</summary>
    None,

    /// <summary>xunit 2.</summary>
    Xunit,

    /// <summary>xunit.v3.</summary>
    XunitV3,
}
