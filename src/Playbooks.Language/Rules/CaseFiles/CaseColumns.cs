using Playbooks.Language.Grammar;
using Playbooks.Language.Rules.Steps;
using ExpectKeys = Playbooks.Language.Grammar.CaseKeys.ExpectKeys;

namespace Playbooks.Language.Rules.CaseFiles;

/// <summary>The columns that a file of cases may have.</summary>
internal sealed class CaseColumns
{
    private readonly Dictionary<string, CaseColumn> known = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    /// <summary>Creates the columns for a playbook.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="outputs">The outputs.</param>
    /// <param name="isOpen">Whether a declaration could not be read, so that an unknown name proves nothing.</param>
    public CaseColumns(IEnumerable<ParameterDraft> parameters, IEnumerable<StoredDraft> outputs, bool isOpen)
    {
        IsOpen = isOpen;
        Parameters = [.. parameters.GroupBy(parameter => parameter.Model.Name, StringComparer.Ordinal).Select(equal => equal.First())];
        Add(CaseKeys.Name.Name, new(CaseColumnKind.Name, CaseKeys.Name.Name));
        known.Add(CaseKeys.Skip.Name, new(CaseColumnKind.Skip, CaseKeys.Skip.Name));
        known.Add(Failure, new(CaseColumnKind.Failure, Failure));
        foreach (var parameter in Parameters)
        {
            var column = new CaseColumn(CaseColumnKind.Parameter, parameter.Model.Name, parameter) { IsList = parameter.Model.Type == Model.ValueType.List };
            Add(NameOf(parameter), column);
            known[Under(CaseKeys.With, parameter.Model.Name)] = column;
        }

        foreach (var output in outputs)
        {
            Add(Under(CaseKeys.Expect, output.Name), new(CaseColumnKind.Output, output.Name) { IsList = output.Type == Model.ValueType.List });
        }

        names.Add(Failure);
        names.Add(CaseKeys.Skip.Name);
    }

    /// <summary>The parameters, each name once.</summary>
    public IReadOnlyList<ParameterDraft> Parameters { get; }

    /// <summary>Whether a declaration could not be read, so that an unknown name proves nothing.</summary>
    public bool IsOpen { get; }

    /// <summary>The names of the columns, in the order in which people are shown them.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Finds a column.</summary>
    /// <param name="name">Its name in the header row.</param>
    /// <returns>The column; null: there is none of this name.</returns>
    public CaseColumn? Find(string name) => known.TryGetValue(name, out var column) ? column : null;

    /// <summary>The name of a parameter's column; where that is another column's name, it begins with <c>with.</c>.</summary>
    public string NameOf(ParameterDraft parameter) =>
        Find(parameter.Model.Name) is null or { Kind: CaseColumnKind.Parameter } ? parameter.Model.Name : Under(CaseKeys.With, parameter.Model.Name);

    private static string Failure => Under(CaseKeys.Expect, ExpectKeys.Failure.Name);

    private static string Under(KeyDefinition key, string name) => $"{key}.{name}";

    private void Add(string name, CaseColumn column)
    {
        if (!known.ContainsKey(name))
        {
            known.Add(name, column);
            names.Add(name);
        }
    }
}
