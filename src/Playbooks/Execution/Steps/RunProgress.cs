using Playbooks.Generated;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;

namespace Playbooks.Execution.Steps;

/// <summary>What a run has done so far.</summary>
internal sealed class RunProgress
{
    private readonly SecretMask mask;
    private readonly List<StepResult> results = [];
    private readonly StoredValues own = new();
    private readonly Stack<StoredValues> called = new();

    /// <param name="outputs">The outputs of the playbook. Those with a default are stored from the start.</param>
    /// <param name="mask">Masks the secrets.</param>
    public RunProgress(IEnumerable<OutputInfo> outputs, SecretMask mask)
    {
        this.mask = mask;
        foreach (var output in outputs)
        {
            if (output.Default is { } value)
            {
                own.Set(output.Name, value);
            }
        }
    }

    /// <summary>Gets the results of all steps that ended, in this order: a block ends after the steps inside it.</summary>
    public IReadOnlyList<StepResult> Results => results;

    /// <summary>Gets the results in the order in which the steps began, a block before the steps inside it.</summary>
    public IReadOnlyList<StepResult> Tree => [.. results.OrderBy(static result => result.Info.Address)];

    /// <summary>Gets the stored values of the playbook of the run by name, unmasked.</summary>
    public IReadOnlyDictionary<string, object> Values => own.ByName;

    /// <summary>Gets the stored values of the playbook whose steps run now as texts, unmasked.</summary>
    public IReadOnlyList<NamedValue> Texts => Current.Texts;

    /// <summary>Gets the stored values of the playbook of the run, masked.</summary>
    public IReadOnlyList<NamedValue> Stored => mask.ApplyTo(own.Texts);

    private StoredValues Current => called.Count == 0 ? own : called.Peek();

    /// <summary>Gets or sets the result of the recovery, or null if no step requested it.</summary>
    public RecoveryRecord? Recovery { get; set; }

    /// <summary>Gets or sets the exception of the first step whose soft <c>verify</c> was not met, or null.</summary>
    public PlaybookStepException? SoftFailure { get; set; }

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
        Current.Set(step.Info.StoreAs ?? step.Info.Path, value);
    }

    /// <summary>Stores an output of a called playbook in the playbook that has called it.</summary>
    public void Store(string name, object value) => Current.Set(name, value);

    /// <summary>Keeps the values of a called playbook apart, until <see cref="Return"/>.</summary>
    public void Call() => called.Push(new());

    /// <summary>Forgets the values of the called playbook.</summary>
    public void Return() => called.Pop();

    /// <summary>The stored values of one playbook.</summary>
    private sealed class StoredValues
    {
        private readonly List<NamedValue> texts = [];
        private readonly Dictionary<string, object> byName = new(StringComparer.Ordinal);

        public IReadOnlyDictionary<string, object> ByName => byName;

        public IReadOnlyList<NamedValue> Texts => texts;

        public void Set(string name, object value)
        {
            byName[name] = value;
            texts.RemoveAll(one => one.Name == name);
            texts.Add(new(name, Bind.Any(value) ?? string.Empty));
        }
    }
}
