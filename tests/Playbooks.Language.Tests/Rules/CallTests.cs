using Playbooks.Language.Model;
using Playbooks.Language.Project;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>A call is checked as a compiler checks one: PB0208 to PB0211, and the types of what it passes and stores.</summary>
public sealed class CallTests
{
    private const string Login = """
        id: login
        parameters:
          - { name: user }
          - { name: password, secret: true, required: false }
          - { name: tries, type: int, default: 1 }
          - { name: since, type: date, required: false }
          - { name: role, choices: [admin, guest], default: guest }
          - { name: code, pattern: '\d{3}', default: "000" }
          - { name: ids, type: list, items: int, default: [1] }
          - { name: rate, type: decimal, default: 1 }
        steps:
          - { action: goto, params: { url: "/{user}/{tries}/{since}/{role}/{code}/{ids}/{rate}" } }
          - { action: key_press, selector: a, params: { text: "{password}" } }
          - { action: extract, selector: a, store_as: token }
          - { action: extract, selector: a, params: { as: int }, store_as: visits }
        """;

    private const string Caller = """
        id: caller
        parameters:
          - { name: name }
          - { name: secret_word, secret: true }
          - { name: count, type: int }
          - { name: maybe, type: int, required: false }
          - { name: numbers, type: list, items: int }
          - { name: words, type: list, items: string }
        steps:
          - { action: hover, selector: "#{name}{count}{maybe}{numbers}{words}" }
          - { action: key_press, selector: a, params: { text: "{secret_word}" } }

        """;

    [Fact]
    public void Values_and_outputs_keep_their_types()
    {
        var file = Check(Caller + """
              - run: login
                id: in
                description: As {name}
                with: { user: "{name}", password: "{secret_word}", tries: "{count}", since: 2024-01-31, role: admin, code: 123, ids: "{numbers}", rate: "{count}" }
                store: { visits: visit_count, token: session }
              - { run: login, with: { user: "x {name}", tries: "{visit_count}", ids: [1, "2"] } }
              - { action: goto, params: { url: "/{session}" } }
            """);

        var calls = file.Model.AllSteps().OfType<RunStepModel>().ToList();
        Assert.Equal(("login", "in", "run"), (calls[0].Playbook, calls[0].Id, calls[0].Word));
        Assert.Equal(["user:{name}", "password:{secret_word}", "tries:{count}", "since=2024-01-31", "role=admin", "code=123", "ids:{numbers}", "rate:{count}"], calls[0].With.Select(Shown));
        Assert.Equal(["visits>visit_count", "token>session"], calls[0].Store.Select(stored => $"{stored.Output.Name}>{stored.StoreAs}"));
        Assert.Equal(["user~x {name}", "tries:{visit_count}", "ids[1 2]"], calls[1].With.Select(Shown));
        Assert.Equal(["visit_count Int", "session String"], file.Model.StoredValues.Select(stored => $"{stored.Name} {stored.Type}"));
    }

    [Theory]
    [InlineData("{ run: {|PB0209:logn|} }", "There is no playbook 'logn' in the project or its references. Did you mean 'login'?")]
    [InlineData("{ run: {|PB0209:checkout|}, with: { a: \"{name}\" }, store: { b: c } }", "no playbook 'checkout'")]
    [InlineData("{ run: {|PB0004:[login]|} }", "")]
    [InlineData("{ run: {|PB0210:login|} }", "'user'")]
    [InlineData("{ run: login, {|PB0210:with|}: { tries: 2 } }", "'user'")]
    [InlineData("{ run: login, with: { {|PB0210:usr|}: a } }", "Did you mean 'user'?")]
    [InlineData("{ run: login, with: { user: a, tries: {|PB0210:many|} } }", "many")]
    [InlineData("{ run: login, with: { user: a, tries: {|PB0210:\"{name}\"|} } }", "'name' is text, but the parameter 'tries' of 'login' is a whole number.")]
    [InlineData("{ run: login, with: { user: a, tries: {|PB0210:\"1{count}\"|} } }", "Pass the placeholder alone")]
    [InlineData("{ run: login, with: { user: a, role: {|PB0210:root|} } }", "root")]
    [InlineData("{ run: login, with: { user: a, code: {|PB0210:12|} } }", "12")]
    [InlineData("{ run: login, with: { user: a, since: {|PB0210:31.01.2024|} } }", "31.01.2024")]
    [InlineData("{ run: login, with: { user: a, since: \"{today+3d}\" } }", "")]
    [InlineData("{ run: login, with: { user: a, since: {|PB0210:\"{today:dd.MM.yyyy}\"|} } }", "'today:dd.MM.yyyy' is text, but the parameter 'since' of 'login' is a date.")]
    [InlineData("{ run: login, with: { user: a, since: {|PB0210:\"{now}\"|} } }", "'now' is text")]
    [InlineData("{ run: login, with: { user: a, tries: {|PB0210:\"{today}\"|} } }", "'today' is a date, but the parameter 'tries' of 'login' is a whole number.")]
    [InlineData("{ run: login, with: { user: {|PB0210:[a]|} } }", "is not a list")]
    [InlineData("{ run: login, with: { user: a, ids: {|PB0210:1|} } }", "is a list. Write its items in brackets")]
    [InlineData("{ run: login, with: { user: a, ids: [1, {|PB0210:x|}] } }", "x")]
    [InlineData("{ run: login, with: { user: a, ids: {|PB0210:\"{words}\"|} } }", "is a list with items of another type")]
    [InlineData("{ run: login, with: { user: {|PB0210:\"{words}\"|} } }", "'words' is a list, but the parameter 'user' of 'login' is text.")]
    [InlineData("{ run: login, with: { user: \"{|PB0109:{secret_word}|}\" } }", "")]
    [InlineData("{ run: login, with: { user: a, password: {|PB0112:hunter2|} } }", "would be visible in the playbook's file")]
    [InlineData("{ run: login, with: { user: \"{|PB0102:{nam}|}\" } }", "Did you mean 'name'?")]
    [InlineData("{ run: login, with: { user: a }, store: { {|PB0211:tokn|}: x } }", "'login' has no output 'tokn'. Did you mean 'token'?")]
    [InlineData("{ run: login, with: { user: a }, store: { token: {|PB0106:name|} } }", "")]
    [InlineData("{ run: login, with: { user: a }, store: { {|PB0211:tokn|}: x } }\n  - { action: hover, selector: \"{x}\" }", "")]
    [InlineData("{ run: login, with: { user: a }, store: { token: {|PB0007:Token|} } }", "")]
    [InlineData("{ run: login, with: { user: a }, {|PB0002:verify|}: { expect_text_on_page: a } }", "")]
    [InlineData("{ run: {|PB0202:login|}, with: { user: a }, when: { url_contains: /a }, then: [] }", "either 'run' or 'when'")]
    public void Mistake_is_reported_where_it_is(string step, string message) => Check(Caller + "  - " + step + "\n", message);

    [Fact]
    public void Value_is_stored_once_by_a_call() => Check(
        "id: caller\nsteps:\n  - { run: two, store: { a: x, b: {|PB0106:x|} } }\n",
        "This step already stores 'x'.",
        "id: two\nsteps: [{ action: extract, selector: i, store_as: a }, { action: extract, selector: j, store_as: b }]\n");

    [Fact]
    public void Call_of_a_playbook_that_cannot_be_read_is_not_judged_by_its_names() => Check(
        "id: caller\nsteps:\n  - { run: broken, with: { a: b }, store: { v: w } }\n  - { action: hover, selector: \"{w}\" }\n",
        "",
        "id: broken\nparameters: [{ name: a }\nsteps:\n  - { action: extract, selector: \"#a-{a}, store_as: v }\n");

    [Fact]
    public void Value_that_may_be_unset_does_not_fit_a_required_number() => Check(
        Caller + "  - { run: counter, with: { n: {|PB0210:\"{maybe}\"|} } }\n",
        "'maybe' may be unset, but the parameter 'n' of 'counter' is required. Give 'maybe' a default.",
        "id: counter\nparameters: [{ name: n, type: int }]\nsteps: [{ action: hover, selector: \"#n{n}\" }]\n");

    [Theory]
    [InlineData("id: caller\nsteps: [{ {|PB0208:run|}: caller }]\n", "caller → caller")]
    [InlineData("id: caller\nsteps: [{ {|PB0208:run|}: b }]\n", "caller → b → c → caller")]
    [InlineData("id: caller\nsteps: [{ when: { url_contains: /a }, then: [{ {|PB0208:run|}: c }] }]\n", "caller → c → caller")]
    public void Cycle_is_spelled_out(string caller, string cycle) => Check(
        caller, cycle, "id: b\nsteps: [{ run: c }]\n", "id: c\nsteps: [{ run: caller }]\nfinally: [{ action: hover, selector: a }]\n");

    [Fact]
    public void Output_of_a_called_playbook_that_calls_another_has_its_type() => Assert.Equal(
        Model.ValueType.Int,
        Check(
            "id: caller\nsteps: [{ run: outer, store: { out: mine } }]\ncases: [{ name: a, expect: { outputs: { mine: {|PB0703:x|} } } }]\n",
            string.Empty,
            "id: outer\nsteps: [{ run: inner, store: { in: out } }]\n",
            "id: inner\nsteps: [{ action: extract, selector: a, params: { as: int }, store_as: in }]\n").Model.StoredValues[0].Type);

    [Theory]
    [InlineData("[1, -2, 30]", "\"{n}\"", "\"{n_index}\"")]
    [InlineData("[1, \"2\"]", "{|PB0210:\"{n}\"|}", "\"{n_index}\"")]
    [InlineData("[1, 007]", "{|PB0210:\"{n}\"|}", "\"{n_index}\"")]
    [InlineData("[1, 99999999999]", "{|PB0210:\"{n}\"|}", "\"{n_index}\"")]
    public void Item_of_a_list_of_whole_numbers_is_one(string items, string tries, string other) => Check(
        Caller + $$"""
          - { for_each: n, in: {{items}}, steps: [{ run: login, with: { user: "{n}", tries: {{tries}} } }, { run: login, with: { user: "a", tries: {{other}} } }] }

        """);

    private const string SometimesStores = """
        id: finder
        steps:
          - { when: { url_contains: /a }, then: [{ action: extract, selector: a, store_as: maybe }] }
          - { action: extract, selector: a, store_as: always }
          - { when: { url_contains: /a }, then: [{ action: extract, selector: a, store_as: with_default, default: none }] }
        finally:
          - { action: extract, selector: a, store_as: last }

        """;

    [Fact]
    public void Output_that_is_stored_on_some_paths_only_may_be_missing() => Check(
        """
        id: caller
        steps:
          - { run: finder, store: { maybe: one, always: two, with_default: three, last: four } }
          - { action: hover, selector: "#{|PB0111:{one}|}{two}{three}{four}" }
        """,
        "'finder' stores 'maybe' only on some paths, so 'one' may be missing here. Add a default next to its store_as in 'finder'.",
        SometimesStores);

    [Fact]
    public void Output_that_may_be_missing_may_be_missing_through_two_calls() => Check(
        """
        id: caller
        steps:
          - { run: outer, store: { inner: one } }
          - { action: hover, selector: "#{|PB0111:{one}|}" }
        """,
        "'outer' stores 'inner' only on some paths",
        SometimesStores,
        "id: outer\nsteps: [{ run: finder, store: { maybe: inner } }]\n");

    [Theory]
    [InlineData("id: broken\nsteps:\n  - { action: goto, params: { url: \"/{a}\" }\n  - { action: extract, selector: a, store_as: o }\nparameters: [{ name: a, type: int }]\n")]
    [InlineData("id: broken\nparameters: x\nsteps: [{ attempt: { times: 2 }, steps: y }]\n")]
    public void Names_of_a_playbook_that_cannot_be_read_whole_are_not_judged(string broken) => Check(
        """
        id: caller
        steps:
          - { run: broken, with: { a: 1 }, store: { o: p } }
          - { action: goto, params: { url: "/{p}" } }
        """,
        string.Empty,
        broken);

    [Fact]
    public void Value_of_a_call_in_a_branch_cannot_be_used_after_it() => Check(Caller + """
          - when: { url_contains: /a }
            then: [{ run: login, with: { user: a }, store: { token: session } }]
          - { action: wait_for, selector: "{|PB0111:{session}|}" }
        """);

    [Fact]
    public void Call_may_check_and_may_do_anything() => Check(Caller + """
          - { action: click, selector: a }
          - { run: login, with: { user: a } }
        """);

    [Fact]
    public void Alone_a_call_is_not_judged()
    {
        var file = PlaybookReader.Read("caller.playbook.yaml", "id: caller\nparameters: [{ name: a }]\nsteps: [{ run: unknown, with: { b: \"{a}\" }, store: { c: d } }, { action: hover, selector: \"{d}\" }]\n");

        Assert.Empty(file.Findings);
        Assert.Equal(["unknown"], file.Model.Calls);
    }

    private static string Shown(ArgumentModel argument) => argument.Name + (
        argument.Constant is { } constant ? "=" + constant.Items[0]
        : argument.Text is { } text ? "~" + text.Raw
        : argument.Value is { } name ? ":{" + name + "}"
        : "[" + string.Join(' ', argument.Items.Select(item => ((LiteralPart)item.Parts[0]).Text)) + "]");

    private static PlaybookFile Check(string markup, string message = "", params string[] others)
    {
        var marked = MarkupText.Parse(markup);
        var files = others.Append(Login).Select((text, index) => PlaybookReader.Read($"{index}.playbook.yaml", text)).Prepend(PlaybookReader.Read("caller.playbook.yaml", marked.Text)).ToList();
        var known = KnownPlaybooks.Create(files.Select(file => new CallablePlaybook(PlaybookSignature.From(file.Model), string.Empty)));
        var caller = PlaybookReader.ReadLinked(files[0], known.For(files[0].Model));
        Assert.True(
            marked.Expected.SequenceEqual(caller.Findings.Select(finding => (finding.Id, finding.Span.Start, finding.Span.End)).Order()),
            $"This would pass:\n{MarkupText.Mark(marked.Text, caller.Findings)}\n{MarkupText.Describe(caller.Findings)}");
        Assert.True(message.Length == 0 || caller.Findings.Any(finding => finding.Message.Contains(message, StringComparison.Ordinal)), MarkupText.Describe(caller.Findings));
        return caller;
    }
}
