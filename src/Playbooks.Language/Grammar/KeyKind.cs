namespace Playbooks.Language.Grammar;

/// <summary>What a key's value is.</summary>
public enum KeyKind
{
    /// <summary>Text exactly as written.</summary>
    PlainText,

    /// <summary>A list of texts exactly as written.</summary>
    PlainTexts,

    /// <summary>Text with placeholders.</summary>
    Text,

    /// <summary>Text with placeholders, or a list of such texts.</summary>
    TextOrTexts,

    /// <summary>Text with placeholders that people see, so that it must not hold a secret.</summary>
    ShownText,

    /// <summary>Text with placeholders, also as <c>&lt;name&gt;</c>.</summary>
    FailureMessage,

    /// <summary>Named texts with placeholders; the author chooses the names.</summary>
    TextMap,

    /// <summary>A URL with placeholders.</summary>
    Url,

    /// <summary>A selector with placeholders.</summary>
    Selector,

    /// <summary>A selector, or a mapping of it with the frames that contain its element.</summary>
    FramedSelector,

    /// <summary>A list of selectors.</summary>
    Selectors,

    /// <summary>A selector, or a mapping with fallbacks.</summary>
    SelectorChain,

    /// <summary>A Playwright key or chord.</summary>
    Key,

    /// <summary>JavaScript, in which nothing is bound.</summary>
    Script,

    /// <summary>Paths of files, relative to the playbook.</summary>
    Files,

    /// <summary>The path of a file, relative to the playbook.</summary>
    File,

    /// <summary>The name of a culture, such as <c>de-DE</c>.</summary>
    Culture,

    /// <summary>An id or name: <c>[a-z][a-z0-9_]*</c>.</summary>
    Name,

    /// <summary>The name of an action.</summary>
    Action,

    /// <summary>The id or number of a step.</summary>
    StepReference,

    /// <summary>A zero-based path to a value in the steps.</summary>
    ValuePath,

    /// <summary>A .NET regular expression.</summary>
    Pattern,

    /// <summary>YAML that becomes JSON, with placeholders in its texts.</summary>
    Json,

    /// <summary>A path to a value in a JSON document.</summary>
    JsonPath,

    /// <summary>A value of the parameter's type.</summary>
    Value,

    /// <summary>A list of values of the parameter's type.</summary>
    Values,

    /// <summary>Values by declared names.</summary>
    NamedValues,

    /// <summary>One of a set of words.</summary>
    Word,

    /// <summary>Some of a set of words.</summary>
    Words,

    /// <summary>One of a set of words for each name that the author chooses.</summary>
    WordMap,

    /// <summary>A whole number in a range.</summary>
    Int,

    /// <summary>A whole number in a range, or the placeholder of one.</summary>
    Number,

    /// <summary>A whole number in a range or its placeholder, or a list of them.</summary>
    NumberOrNumbers,

    /// <summary>A list of whole numbers in a range, or of placeholders of them.</summary>
    Numbers,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A mapping.</summary>
    Mapping,

    /// <summary>A list of mappings.</summary>
    Mappings,

    /// <summary>A list of steps.</summary>
    Steps,

    /// <summary>Something that holds or does not hold when a run comes to it.</summary>
    Condition,

    /// <summary>A list of conditions.</summary>
    Conditions,

    /// <summary>A list of two texts with placeholders.</summary>
    TextPair,

    /// <summary>A list of texts with placeholders, or a list in braces.</summary>
    Items,

    /// <summary>The id of a playbook.</summary>
    PlaybookReference,

    /// <summary>Values with placeholders by the names of a playbook's parameters.</summary>
    Arguments,

    /// <summary>Names by the names of a playbook's outputs.</summary>
    StoredOutputs,

    /// <summary>The name of an open page.</summary>
    PageName,

    /// <summary>The name of a device.</summary>
    Device,

    /// <summary>A number of degrees.</summary>
    Degrees,

    /// <summary>A number from 0 to 1.</summary>
    Ratio,

    /// <summary>A point in time, as ISO 8601 writes it.</summary>
    Timestamp,

    /// <summary>The params of an action.</summary>
    Params,
}
