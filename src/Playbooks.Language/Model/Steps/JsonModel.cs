namespace Playbooks.Language.Model;

/// <summary>A value of JSON whose texts hold placeholders.</summary>
public abstract record JsonModel;

/// <summary>A text.</summary>
public sealed record JsonTextModel(BoundText Text) : JsonModel;

/// <summary>A text that is nothing but one placeholder: a number or truth value keeps its type, and null stands for one that is not set.</summary>
/// <param name="Name">The known name that it uses.</param>
/// <param name="Text">The text.</param>
public sealed record JsonPlaceholderModel(string Name, BoundText Text) : JsonModel;

/// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
/// <param name="Json">The value as JSON writes it.</param>
public sealed record JsonLiteralModel(string Json) : JsonModel;

/// <summary>A list.</summary>
public sealed record JsonListModel(EquatableArray<JsonModel> Items) : JsonModel;

/// <summary>An object, its names in the order of the text.</summary>
public sealed record JsonObjectModel(EquatableArray<JsonMemberModel> Members) : JsonModel;

/// <summary>A name of an object with its value.</summary>
public sealed record JsonMemberModel(string Name, JsonModel Value);
