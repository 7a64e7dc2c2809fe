using Playbooks.Execution.Failure;

namespace Playbooks.Execution.Blocks;

/// <summary>The blocks that a run is inside of, the innermost last.</summary>
internal sealed class BlockStack
{
    private readonly List<OpenBlock> open = [];

    /// <summary>Gets the number of blocks.</summary>
    public int Depth => open.Count;

    /// <summary>Gets the innermost block, or null if there is none.</summary>
    public OpenBlock? Innermost => open.Count == 0 ? null : open[^1];

    /// <summary>Gets the values of the iterations that the run is in, from the outside to the inside.</summary>
    public IEnumerable<NamedValue> Values => open.SelectMany(static block => block.Values);

    /// <summary>Enters a block.</summary>
    public void Push(OpenBlock block) => open.Add(block);

    /// <summary>Leaves the innermost block.</summary>
    public OpenBlock Pop()
    {
        var block = open[^1];
        open.RemoveAt(open.Count - 1);
        return block;
    }

    /// <summary>Returns a step with its address in this run, which contains the iterations of the loops around it.</summary>
    public StepInfo Locate(StepInfo step)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Contains(step.Path))
            {
                return open[i].PathOf(step.Path) is var path && path != step.Path ? step with { Path = path } : step;
            }
        }

        return step;
    }

    /// <summary>Gets the innermost called playbook, or null if the run is in its own playbook.</summary>
    public CallFrame? Call => open.FindLast(static block => block.Call is not null)?.Call;

    /// <summary>Determines whether the steps of a block around are attempted again if a step in it fails for this reason.</summary>
    /// <param name="failure">The reason. After an unexpected dialog, nothing is attempted again, as for a single step.</param>
    public bool WillAttemptAgain(Exception failure) =>
        failure is not UnannouncedDialogException and not PlaybookStepException { Step.AttemptedAgain: false } && open.Exists(static block => block.AttemptsLeft > 0);
}
