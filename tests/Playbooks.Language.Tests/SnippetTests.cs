using System.Text.Json;
using System.Text.RegularExpressions;

namespace Playbooks.Language.Tests;

/// <summary>What the snippets of the editor's extension write, as it stands before anybody changes it, has no mistake.</summary>
public sealed partial class SnippetTests
{
    private static readonly string File = System.IO.File.ReadAllText(RepositoryFolder.Of("src", "Playbooks.VisualStudioCode", "snippets", "playbook.json"));

    public static TheoryData<string, string> Snippets
    {
        get
        {
            var snippets = new TheoryData<string, string>();
            foreach (var snippet in JsonDocument.Parse(File).RootElement.EnumerateObject())
            {
                var body = string.Join('\n', snippet.Value.GetProperty("body").EnumerateArray().Select(line => line.GetString()));
                snippets.Add(snippet.Value.GetProperty("prefix").GetString()!, Expand(body));
            }

            return snippets;
        }
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_is_right(string prefix, string body)
    {
        var indented = body.ReplaceLineEndings("\n  ");
        var playbook = prefix switch
        {
            "playbook" => body,
            "parameter" => $"id: example\nparameters:\n  {indented}\nsteps:\n  - {{ action: goto, params: {{ url: \"/{{order_id}}\" }} }}\n",
            "case" => $"id: example\nparameters: [{{ name: order_id, type: int }}]\nsteps:\n  - {{ action: goto, params: {{ url: \"/{{order_id}}\" }} }}\n  - {{ action: extract, selector: h1, store_as: status }}\ncases:\n  {indented}\n",
            _ => $"id: example\nparameters: [{{ name: email, required: false }}]\nsteps:\n  - {{ action: goto, params: {{ url: \"/{{email}}\" }} }}\n  {indented}\n  - {{ action: extract, selector: h1, store_as: heading }}\n",
        };

        Assert.Empty(PlaybookReader.Read("example.playbook.yaml", playbook).Findings.Select(finding => $"{finding.Id} {finding.Message}"));
    }

    private static string Expand(string body) => Escaped().Replace(
        Place().Replace(body, place => place.Groups["default"].Success ? place.Groups["default"].Value : place.Groups["choice"].Success ? place.Groups["choice"].Value : "example"),
        "$1");

    // ${1:default}, in which a brace is escaped, ${2|one,two|}, and a variable of the editor.
    [GeneratedRegex(@"\$\{(?:\d+:(?<default>(?:[^\\}]|\\.)*)|\d+\|(?<choice>[^,|]*)[^|]*\||[A-Z_]+/.*?/.*?/)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\\([\\}$])")]
    private static partial Regex Escaped();
}
