namespace Playbooks.Generators;

/// <summary>The names of the generator's steps, by which tests see what was run again.</summary>
internal static class StepNames
{
    /// <summary>What the build says about the project.</summary>
    public const string Options = "PlaybookOptions";

    /// <summary>A file's text, read.</summary>
    public const string Read = "PlaybookRead";

    /// <summary>A file of cases.</summary>
    public const string CaseFile = "PlaybookCaseFile";

    /// <summary>A file as others can call it.</summary>
    public const string Callable = "PlaybookCallable";

    /// <summary>The playbooks of a referenced assembly.</summary>
    public const string Reference = "PlaybookReference";

    /// <summary>The playbooks of all referenced assemblies.</summary>
    public const string Referenced = "PlaybookReferenced";

    /// <summary>All files that can be called.</summary>
    public const string Known = "PlaybookKnown";

    /// <summary>A file that was read, with what it needs of the files that it names.</summary>
    public const string Matched = "PlaybookMatched";

    /// <summary>A file that was read, with what the files say that it names.</summary>
    public const string Whole = "PlaybookWhole";

    /// <summary>Where a file stands in the project.</summary>
    public const string Item = "PlaybookItem";

    /// <summary>The places of all files: namespaces, hint names, paths.</summary>
    public const string Layout = "PlaybookLayout";

    /// <summary>A file that was read, with its place.</summary>
    public const string Placed = "PlaybookPlaced";

    /// <summary>What a file is to its callers: parameters and outputs.</summary>
    public const string Signature = "PlaybookSignature";

    /// <summary>The location of a file's types.</summary>
    public const string Summary = "PlaybookSummary";

    /// <summary>What the files do to each other.</summary>
    public const string Project = "PlaybookProject";

    /// <summary>The types that are not generated, because another has their name.</summary>
    public const string Withheld = "PlaybookWithheld";

    /// <summary>A file's code.</summary>
    public const string Emitted = "PlaybookEmitted";

    /// <summary>The catalog's code.</summary>
    public const string Catalog = "PlaybookCatalog";

    /// <summary>All that an edit of the project can reach; a project without files of cases does not take <see cref="CaseFile"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [Options, Read, CaseFile, Matched, Whole, Item, Layout, Placed, Signature, Summary, Project, Withheld, Emitted, Catalog, Callable, Known];
}
