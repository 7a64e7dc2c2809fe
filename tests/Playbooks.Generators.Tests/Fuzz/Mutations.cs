using System.Text;

namespace Playbooks.Generators.Tests.Fuzz;

/// <summary>Breaks good playbooks, byte by byte and piece by piece, the same way for the same seed.</summary>
internal sealed class Mutations(int seed, IReadOnlyList<string> texts)
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ": ", "- ", " #x", "\"", "'", "|\n", "\n", "\t", "\0", "\u2028", "\u0085", "\ud83d", "😀", "null", "{{", "*/", "\"\"\"", "\\",
        "steps:", "id: ", "id: class", "name: ", "params:", "cases:", "type: list", "items: int", "choices: [a, b]", "default: 1", "pattern: '('", "secret: true",
        "store_as: a", "as: int", "inject_into: steps.0.selector", "action: extract", "action: goto", "{order_id}", "{order_id:raw}", "int", "date", "true",
        "run: ", "run: sign_in", "with: { a: \"{a}\" }", "with: ", "store: { a: b }", "when: ", "when: { equals: [a, \"{a}\"] }", "not: { any: [{ url_contains: a }] }", "all: []", "then: [", "else: []",
        "for_each: a", "in: [1, 2]", "in: \"{a}\"", "{a_index}", "repeat: { while: { element_gone: a }, at_most: 2 }", "at_most: \"{a}\"", "attempt: { times: 3 }", "times: 0", "finally:\n", "optional: true",
        "auth: { login_url: /a, success: { cookie_present: a } }", "auth:\n  playbook: a\n", "auth_required: true", "session: a", "capture: { cookies: [{ name: a, store_as: b }] }", "storage: [{ scope: local, key: a, store_as: a }]",
        "action: api_request", "request: { url: /a, json: { a: [1, \"{a}\"] } }", "response: { mode: json_path, path: a.0 }", "headers: { Cookie: a }", "expect_status: [200, \"{a}\"]",
        "code: a", "code: run_steps", "as: bool", "default: x", "cases_from: a.cases.csv", "browser: { device: iPhone 15 }", "http_credentials: true", "extra_headers: { A: \"{a}\" }", "clock: 2026-03-01T09:00:00Z",
        "routes: [{ url: \"**/a\", json: { a: \"{a}\" } }]", "abort: true", "file: a.json", "dialog: { accept: true, answer: \"{a}\" }", "opens: a", "opens: main", "action: switch_page", "action: download", "to: a",
        "frame: [\"#a\", \"#{a}\"]", "shape: { a: int, b: string }", "action: llm_extract", "pattern: '(?<a>'", "all: true", "verify: { soft: true }", "expect_url: \"**/{a}\"", "expect_text: { selector: a, matches: '[' }",
        "expect_aria: { selector: a, snapshot: '- button' }", "expect_screenshot: { name: \"{a}\", mask: [a] }", "expect_download: { at_least_bytes: 1 }", "expect_accessible: true", "expect_dialog_gone: true", "expect_no_page_errors: true",
        "expect_focused: { frame: a, primary: b }", "{today+3d:dd.MM.yyyy}", "{now-1h}", "{random:8}", "{uuid}", "${a}", "repeat_action: true", "timeout_ms: \"{a}\"", "# playbooks: disable PB0104\n", "expect: { recovered: true, outcome: passed }",
    ];

    private readonly Random random = new(seed);

    /// <summary>One of the texts, broken.</summary>
    public string Next()
    {
        var text = texts[random.Next(texts.Count)];
        if (random.Next(3) == 0)
        {
            return OfBytes(text);
        }

        var broken = new StringBuilder(text);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Break(broken);
        }

        return broken.ToString();
    }

    // As a damaged file comes to the compiler: what is no UTF-8 any more becomes U+FFFD.
    private string OfBytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private void Break(StringBuilder text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 24), text.Length - at);
        switch (random.Next(4))
        {
            case 0: text.Remove(at, length); break;
            case 1: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
            case 2: text.Insert(random.Next(text.Length), text.ToString(at, length)); break;
            default: SwapLines(text); break;
        }
    }

    private void SwapLines(StringBuilder text)
    {
        var lines = text.ToString().Split('\n');
        var (one, other) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[one], lines[other]) = (lines[other], lines[one]);
        text.Clear().Append(string.Join('\n', lines));
    }
}
