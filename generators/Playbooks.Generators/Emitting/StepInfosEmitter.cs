using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes what is known of each step before its texts are bound; only what differs from the runtime's defaults.</summary>
internal static class StepInfosEmitter
{
    private const string ClassName = "StepInfos";

    /// <summary>The expression of a step's info within the playbook's class.</summary>
    public static string NameOf(StepModel step) => ClassName + "." + step.ClassName;

    public static void Emit(CodeWriter code, PlaybookScope scope)
    {
        if (scope.Steps.Count == 0)
        {
            return;
        }

        code.Line();
        code.Open("private static class " + ClassName);
        foreach (var step in scope.Steps)
        {
            code.Line("public static readonly " + RuntimeNames.StepInfo + " " + step.ClassName + " = new() { " + Members(step) + " };");
        }

        code.Close();
    }

    private static string Members(StepModel step)
    {
        var members = new List<string> { "Number = " + Literal.From(step.Number), "Path = " + Literal.From(step.Address.ToString()) };
        Add(members, "Id", step.Id);
        members.Add("Action = " + Literal.From(step.Word));
        Add(members, "Description", step.Description?.Raw);
        members.Add("Location = " + DefinitionEmitter.Location(step.Head));
        if (step.OnFailure != FailurePolicyModel.LlmRecover)
        {
            members.Add("OnFailure = " + RuntimeNames.FailurePolicy + "." + step.OnFailure);
        }

        if (step is ActingStepModel or AttemptStepModel)
        {
            AddAttempts(members, step);
        }

        if (step is ActingStepModel acting)
        {
            AddActing(members, acting);
        }

        return string.Join(", ", members);
    }

    private static void AddAttempts(List<string> members, StepModel step)
    {
        if (step.Attempts.Written is { } attempts and not 2)
        {
            members.Add("Attempts = " + Literal.From(attempts));
        }

        if (step.RetryDelayMs.Written is { } delay and not 1000)
        {
            members.Add("RetryDelay = " + DefinitionEmitter.Milliseconds(delay));
        }
    }

    private static void AddActing(List<string> members, ActingStepModel step)
    {
        if (step.RepeatAction)
        {
            members.Add("RepeatAction = true");
        }

        if (step.Optional)
        {
            members.Add("Optional = true");
        }

        if (step.TimeoutMs.Written is { } timeout and not 10000)
        {
            members.Add("Timeout = " + DefinitionEmitter.Milliseconds(timeout));
        }

        Add(members, "StoreAs", step.StoreAs);
        if (step.Verify is not null)
        {
            members.Add("HasVerify = true");
        }

        if (step is ActionStepModel { Selector: { } selector })
        {
            members.Add("Selectors = " + Literal.List(selector.Candidates.Select(candidate => candidate.Raw)));
        }
    }

    private static void Add(List<string> members, string name, string? text)
    {
        if (text is not null)
        {
            members.Add(name + " = " + Literal.From(text));
        }
    }
}
