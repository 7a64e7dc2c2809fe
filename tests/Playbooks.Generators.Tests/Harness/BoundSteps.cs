using System.Reflection;
using Playbooks.Generated;
using Playbooks.Steps;

namespace Playbooks.Generators.Tests.Harness;

/// <summary>Runs a generated playbook without a browser: each step is made with its texts bound, and passes.</summary>
internal static class BoundSteps
{
    private const BindingFlags NotPublic = BindingFlags.Instance | BindingFlags.NonPublic;

    /// <summary>The steps in the order in which the playbook runs them.</summary>
    /// <param name="playbook">The playbook.</param>
    /// <param name="output">What a step gives that stores its value.</param>
    public static async Task<IReadOnlyList<Step>> OfAsync(Playbook playbook, Func<Step, object> output)
    {
        var steps = new List<Step>();
        Func<Step, Action<object>?, Task<Exception?>> run = (step, store) =>
        {
            steps.Add(step);
            store?.Invoke(output(step));
            return Task.FromResult<Exception?>(null);
        };
        var runSteps = playbook.GetType().GetMethod("RunStepsAsync", NotPublic)!;
        var runner = runSteps.GetParameters().Single().ParameterType.GetConstructors(NotPublic).Single().Invoke([playbook, new RunValues("http://localhost", "run"), run, null]);
        await (Task)runSteps.Invoke(playbook, [runner])!;
        return steps;
    }
}
