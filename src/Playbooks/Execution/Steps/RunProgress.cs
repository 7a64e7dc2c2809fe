using Playbooks.Generated;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;

namespace Playbooks.Execution.Steps;

/// <summary>What a run has done so far.</summary>
internal sealed class RunProgress(SecretMask mask)
{
    private readonly List<StepResult> results = [];
    private readonly List<NamedValue> stored = [];
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    /// <summary>Gets the results of all steps that ran, in order.</summary>
    public IReadOnlyList<StepResult> Results => results;

    /// <summary>Gets the stored values by name, unmasked.</summary>
    public IReadOnlyDictionary<string, object> Values => values;

    /// <summary>Gets the stored values as texts, unmasked.</summary>
    public IReadOnlyList<NamedValue> Texts => stored;

    /// <summary>Gets the stored values, masked.</summary>
    public IReadOnlyList<NamedValue> Stored => mask.ApplyTo(stored);

    /// <summary>Gets or sets the result of the recovery, or null if no step requested it.</summary>
    public RecoveryRecord? Recovery { get; set; }

    /// <summary>Adds the result of a step that ended.</summary>
    public void Add(StepResult result) => results.Add(result);

    /// <summary>Replaces the result of a step that turned out to have failed.</summary>
    public void Replace(StepResult result, StepResult by) => results[results.IndexOf(result)] = by;

    /// <summary>Stores the output of a step.</summary>
    public void Store(Step step, OutputBinding? binding, object? value)
    {
        if (binding is null || value is null)
        {
            return;
        }

        var name = step.Info.StoreAs ?? step.Info.Path;
        binding.Store(value);
        values[name] = value;
        stored.RemoveAll(one => one.Name == name);
        stored.Add(new(name, Bind.Any(value) ?? string.Empty));
    }
}
