namespace Playbooks.Language.Model;

/// <summary>A param of an action, with its value.</summary>
/// <param name="Name">Its name in the YAML and in the action table.</param>
public abstract record ParamModel(string Name);

/// <summary>A text.</summary>
public sealed record TextParam(string Name, BoundText Text) : ParamModel(Name);

/// <summary>Texts.</summary>
public sealed record TextListParam(string Name, EquatableArray<BoundText> Texts) : ParamModel(Name);

/// <summary>Named texts.</summary>
public sealed record TextMapParam(string Name, EquatableArray<NamedText> Entries) : ParamModel(Name);

/// <summary>An entry of a <see cref="TextMapParam"/>.</summary>
public sealed record NamedText(string Key, BoundText Text);

/// <summary>A text that is never bound: a script.</summary>
public sealed record VerbatimParam(string Name, string Text) : ParamModel(Name);

/// <summary>A word of a closed set; the runtime's enum is named after the set, its member after the word.</summary>
public sealed record WordParam(string Name, string WordSet, string Word) : ParamModel(Name);

/// <summary>The record that the step outputs.</summary>
public sealed record ShapeParam(string Name, ShapeModel Shape) : ParamModel(Name);

/// <summary>Words of a closed set.</summary>
public sealed record WordListParam(string Name, string WordSet, EquatableArray<string> Words) : ParamModel(Name);

/// <summary>A whole number.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">What is written.</param>
/// <param name="InjectedFrom">The int parameter whose <c>inject_into</c> leads here.</param>
public sealed record IntParam(string Name, NumberModel Number, string? InjectedFrom = null) : ParamModel(Name);

/// <summary>Whole numbers.</summary>
public sealed record IntListParam(string Name, EquatableArray<NumberModel> Numbers) : ParamModel(Name);

/// <summary>True or false.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What is written.</param>
/// <param name="InjectedFrom">The bool parameter whose <c>inject_into</c> leads here.</param>
public sealed record BoolParam(string Name, bool Value, string? InjectedFrom = null) : ParamModel(Name);
