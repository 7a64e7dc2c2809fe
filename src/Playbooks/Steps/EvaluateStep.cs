using Playbooks.Running;

namespace Playbooks.Steps;

/// <summary>Runs JavaScript in the page; gives the JSON text of its result.</summary>
public abstract class EvaluateStep : Step<string>
{
    /// <summary>Makes the step that this describes.</summary>
    protected EvaluateStep(StepInfo info)
        : base(info)
    {
    }

    /// <summary>An expression or a function; never bound to values.</summary>
    public abstract string Script { get; }

    /// <summary>Handed to the function as its only argument, an object of texts.</summary>
    public virtual IReadOnlyDictionary<string, string> Args => new Dictionary<string, string>();

    internal override Task<string> ReadAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");

    internal override string Parse(string text) => throw new NotSupportedException("Comes with the next commit.");
}
