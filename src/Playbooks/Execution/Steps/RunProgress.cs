using Playbooks.Generated;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;

namespace Playbooks.Execution.Steps;

/// <summary>What a run has done so far.</summary>
internal sealed class RunProgress
{
    private readonly SecretMask mask;
    private readonly List<StepResult> results = [];
    private readonly List<NamedValue> stored = [];
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    /// <param name="outputs">The outputs of the playbook. Those with a default are stored from the start.</param>
    /// <param name="mask">Masks the secrets.</param>
    public RunProgress(IEnumerable<OutputInfo> outputs, SecretMask mask)
    {
        this.mask = mask;
        foreach (var output in outputs)
        {
            if (output.Default is { } value)
            {
                Store(output.Name, value);
            }
        }
    }

    /// <summary>Gets the results of all steps that ended, in this order: a block ends after the steps inside it.</summary>
    public IReadOnlyList<StepResult> Results => results;

    /// <summary>Gets the results in the order in which the steps began, a block before the steps inside it.</summary>
    public IReadOnlyList<StepResult> Tree => [.. results.OrderBy(static result => result.Info.Address)];

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

        binding.Store(value);
        Store(step.Info.StoreAs ?? step.Info.Path, value);
    }

    private void Store(string name, object value)
    {
        values[name] = value;
        stored.RemoveAll(one => one.Name == name);
        stored.Add(new(name, Bind.Any(value) ?? string.Empty));
    }
}
