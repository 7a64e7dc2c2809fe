namespace Playbooks.Language.Tests.Markup;

/// <summary>Reads a playbook with a marked CSV file of cases, and demands exactly the marked findings.</summary>
internal static class CaseFileCheck
{
    /// <summary>A playbook with parameters of several types and two outputs.</summary>
    public const string Playbook = """
        id: test
        parameters:
          - { name: order_id, type: int, choices: [1, 2, 3] }
          - { name: note, required: false, pattern: "[a-z \n\"]*" }
          - { name: word, secret: true }
          - { name: sizes, type: list, items: int, default: [] }
        steps:
          - { action: goto, params: { url: "/{order_id}/{note}/{sizes}" } }
          - { id: search, action: extract, selector: "{word}", params: { as: int }, store_as: order_status }
          - { id: read, action: extract, selector: a, store_as: title }
        cases_from: data/orders.cases.csv

        """;

    private const string Path = "/shop/data/orders.cases.csv";

    /// <summary>Reads the file as the one that <see cref="Playbook"/> names.</summary>
    /// <param name="csv">The text of the CSV file with its marks.</param>
    /// <param name="messages">What the messages of the findings must contain.</param>
    public static PlaybookFile Rows(string csv, params string[] messages) => RowsOf(Playbook, csv, messages);

    /// <summary>Reads the file as the one that a playbook names.</summary>
    public static PlaybookFile RowsOf(string playbook, string csv, params string[] messages)
    {
        var marked = MarkupText.Parse(csv);
        var file = Read(playbook, new CaseFile(Path, marked.Text));

        Assert.Equal(string.Empty, MarkupText.Describe(file.Findings));
        Check.Findings(marked, file.CaseFileFindings, messages);
        return file;
    }

    /// <summary>Reads a playbook in a project with these files of cases.</summary>
    public static PlaybookFile Read(string playbook, params CaseFile[] files)
    {
        var alone = PlaybookReader.Read("/shop/test.playbook.yaml", playbook);
        return PlaybookReader.ReadLinked(alone, null, CaseFileMatch.Find(alone, files));
    }
}
