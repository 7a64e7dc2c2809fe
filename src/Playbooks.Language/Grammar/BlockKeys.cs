namespace Playbooks.Language.Grammar;

/// <summary>The keys that the steps share that hold other steps.</summary>
public static class BlockKeys
{
    /// <summary><c>id</c>.</summary>
    public static KeyDefinition Id { get; } = new("id", KeyKind.Name, "Names the step, so that cases can say where a run must fail.", "all_orders");

    /// <summary><c>description</c>.</summary>
    public static KeyDefinition Description { get; } = new("description", KeyKind.ShownText, "What the steps do, for people.", "Cancel each order");

    /// <summary><c>steps</c>.</summary>
    public static KeyDefinition Steps { get; } = new("steps", KeyKind.Steps, "The steps inside; at least one.", "[{ action: hover, selector: \"#menu\" }]") { Required = true, Mapping = StepKeys.Mapping };
}

/// <summary>The keys of a step that runs other steps where a condition holds.</summary>
public static class WhenKeys
{
    /// <summary><c>when</c>.</summary>
    public static KeyDefinition When { get; } = new("when", KeyKind.Condition, "What must hold for the steps of `then` to run.", "{ element_visible: \"#cookie-banner\" }") { Required = true };

    /// <summary><c>then</c>.</summary>
    public static KeyDefinition Then { get; } = new("then", KeyKind.Steps, "The steps that run if the condition holds; at least one.", "[{ action: click, selector: text=Accept }]") { Required = true, Mapping = StepKeys.Mapping };

    /// <summary><c>else</c>.</summary>
    public static KeyDefinition Else { get; } = new("else", KeyKind.Steps, "The steps that run if the condition does not hold.", "[{ action: hover, selector: \"#menu\" }]") { Mapping = StepKeys.Mapping, MayBeEmpty = true };

    /// <summary>The mapping of the step.</summary>
    public static MappingDefinition Mapping { get; } = new("when", "The step", When, Then, Else, BlockKeys.Id, BlockKeys.Description);
}

/// <summary>The keys of a step that runs other steps once for each item of a list.</summary>
public static class ForEachKeys
{
    /// <summary><c>for_each</c>.</summary>
    public static KeyDefinition ForEach { get; } = new("for_each", KeyKind.Name, "The name of the item: for `order`, `{order}` is the item in the steps, and `{order_index}` its zero-based index.", "order") { Required = true };

    /// <summary><c>in</c>.</summary>
    public static KeyDefinition In { get; } = new("in", KeyKind.Items, "The items: text values, or whole numbers if all are numbers; or, in braces, a parameter of type `list` or a list that a step has stored.", "[12345, 12346]") { Required = true };

    /// <summary>The mapping of the step.</summary>
    public static MappingDefinition Mapping { get; } = new("for_each", "The step", ForEach, In, BlockKeys.Steps, BlockKeys.Id, BlockKeys.Description);
}

/// <summary>The keys of a step that runs other steps as long as a condition holds.</summary>
public static class RepeatKeys
{
    /// <summary><c>while</c>.</summary>
    public static KeyDefinition While { get; } = new("while", KeyKind.Condition, "What must hold for another iteration. The condition is evaluated before each iteration.", "{ element_visible: \"#next\" }") { Required = true };

    /// <summary><c>at_most</c>.</summary>
    public static KeyDefinition AtMost { get; } = new("at_most", KeyKind.Number, "The maximum number of iterations. If the condition still holds after them, the step fails.", "20") { Minimum = 1, Maximum = 100_000, RequiredByRule = true };

    /// <summary><c>repeat</c>.</summary>
    public static KeyDefinition Repeat { get; } = new("repeat", KeyKind.Mapping, "How long the steps are repeated.", "{ while: { element_visible: \"#next\" }, at_most: 20 }") { Required = true, Mapping = new("repeat", "'repeat'", While, AtMost) };

    /// <summary>The mapping of the step.</summary>
    public static MappingDefinition Mapping { get; } = new("repeated steps", "The step", Repeat, BlockKeys.Steps, BlockKeys.Id, BlockKeys.Description);
}

/// <summary>The keys of a step that attempts other steps together.</summary>
public static class AttemptKeys
{
    /// <summary><c>times</c>.</summary>
    public static KeyDefinition Times { get; } = new("times", KeyKind.Number, "The number of attempts, the first one included.", "3") { Minimum = 1, Maximum = 10, Required = true };

    /// <summary><c>delay_ms</c>.</summary>
    public static KeyDefinition DelayMs { get; } = new("delay_ms", KeyKind.Number, "Milliseconds between two attempts.", "500") { Minimum = 0, Maximum = 60_000, Default = "1000" };

    /// <summary><c>attempt</c>.</summary>
    public static KeyDefinition Attempt { get; } = new("attempt", KeyKind.Mapping, "How many times the steps are attempted as a whole.", "{ times: 3 }") { Required = true, Mapping = new("attempt", "'attempt'", Times, DelayMs) };

    /// <summary>The mapping of the step.</summary>
    public static MappingDefinition Mapping { get; } = new("attempted steps", "The step", Attempt, BlockKeys.Steps, BlockKeys.Id, BlockKeys.Description);
}
