using Playbooks.Language.Model;
using Playbooks.Language.Project;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>How a run logs in, and what it captures from the session.</summary>
public sealed class AuthTests
{
    private const string Steps = "steps: [{ action: hover, selector: a }]";

    [Fact]
    public void Login_form_is_read_with_all_of_its_keys()
    {
        var login = Check.File($$"""
            id: test
            parameters: [{ name: user }, { name: secret_word, secret: true }]
            auth:
              mode: form_login
              login_url: /login
              success: { cookie_present: user_session, element_visible: "#logout", url_contains: /orders }
              session: admin
              username: "{user}"
              password: "{secret_word}"
            {{Steps}}
            """).Model.Login!;

        Assert.Equal(("/login", "user_session", "#logout", "/orders"), (login.LoginUrl!.Raw, login.CookiePresent!.Raw, login.ElementVisible!.Raw, login.UrlContains!.Raw));
        Assert.Equal(("admin", "{user}", "{secret_word}", null), (login.Session, login.Username!.Raw, login.Password!.Raw, login.Playbook));
        Assert.Empty(login.Credentials);
    }

    [Fact]
    public void What_is_not_written_comes_from_the_credentials()
    {
        var login = Check.File($$"""
            id: test
            auth: { login_url: /login, success: { url_contains: /orders } }
            {{Steps}}
            """).Model.Login!;

        Assert.Equal([new("username", true), new("password", true)], login.Credentials);
        Assert.Null(login.Session);
    }

    [Theory]
    [InlineData("{|PB0003:auth|}: { success: { url_contains: /a } }", "'auth' with form_login is missing the required key 'login_url'.")]
    [InlineData("{|PB0003:auth|}: { login_url: /login }", "'auth' is missing the required key 'success'.")]
    [InlineData("{|PB0003:auth|}: { mode: playbook, success: { url_contains: /a } }", "'auth' with mode: playbook is missing the required key 'playbook'.")]
    [InlineData("auth: { login_url: /login, {|PB0212:success|}: {} }", "'success' is empty, so nothing would show that the run is logged in. Write what must hold after the login, such as cookie_present: user_session.")]
    [InlineData("auth: { login_url: {|PB0205:login|}, success: { url_contains: /a } }", "Did you mean '/login'?")]
    [InlineData("auth: { mode: {|PB0004:form-login|}, login_url: /login, success: { url_contains: /a } }", "Did you mean 'form_login'?")]
    [InlineData("auth: { mode: form_login, {|PB0203:playbook|}: login, login_url: /login, success: { url_contains: /a } }", "The mode form_login takes no 'playbook'.")]
    [InlineData("auth: { {|PB0002:login_uri|}: /login, success: { url_contains: /a } }", "Did you mean 'login_url'?")]
    [InlineData("auth: { login_url: /login, success: { {|PB0002:cookie|}: a } }", "Unknown key 'cookie'")]
    [InlineData("auth: { login_url: /login, success: { url_contains: {|PB0404:/|} } }", "Every URL contains '/'")]
    [InlineData("auth: { login_url: /login, success: { element_visible: {|PB0404:body|} } }", "Every page has 'body'")]
    [InlineData("auth: { login_url: /login, success: { element_visible: {|PB0301:\"[a\"|} } }", "")]
    [InlineData("auth: { login_url: /login, success: { url_contains: /a }, password: {|PB0112:hunter2|} }", "The value of 'password' does not belong in the file. Leave the key out, and set the credential 'password', for example with the environment variable PLAYBOOKS_CREDENTIALS__PASSWORD.")]
    [InlineData("auth: { login_url: /login, success: { url_contains: /a }, username: {|PB0112:ada|} }", "The value of 'username' does not belong in the file.")]
    [InlineData("auth: { login_url: /login, success: { url_contains: /a }, username: \"{|PB0102:{usr}|}\" }", "")]
    [InlineData("guardrails: { allowed_domains: [a.example] }\nauth: { login_url: {|PB0601:\"https://b.example/login\"|}, success: { url_contains: /a } }", "allowed_domains does not contain it")]
    public void Mistake_in_auth_is_reported_at_its_place(string auth, string message) =>
        Check.File($"id: test\n{auth}\n{Steps}\n", message);

    [Theory]
    [InlineData("{|PB0003:capture|}: {}", "'capture' captures nothing. Write cookies or storage.")]
    [InlineData("capture: { {|PB0003:cookies|}: [] }", "'cookies' is empty; it requires at least one item.")]
    [InlineData("capture: { cookies: [{ {|PB0003:name|}: a }] }", "The cookie is missing the required key 'store_as'.")]
    [InlineData("capture: { storage: [{ {|PB0003:store_as|}: a }] }", "The item is missing the required key 'key'.")]
    [InlineData("capture: { storage: [{ scope: {|PB0004:locale|}, key: a, store_as: a }] }", "Did you mean 'local'?")]
    [InlineData("capture: { cookies: [{ name: a, store_as: {|PB0007:A|} }] }", "Write 'a'.")]
    [InlineData("capture: { cookies: [{ name: a, store_as: {|PB0106:run_id|} }] }", "'run_id' is the name of a built-in.")]
    [InlineData("capture: { cookies: [{ name: a, store_as: x }], storage: [{ key: b, store_as: {|PB0106:x|} }] }", "'capture' already stores 'x'.")]
    [InlineData("capture: { cookies: [{ name: a, store_as: a1 }, { name: b, store_as: {|PB0106:a_1|} }] }", "would both be called A1 in C#")]
    [InlineData("capture: { cookies: [{ name: a, {|PB0002:value|}: b, store_as: a }] }", "Unknown key 'value'")]
    public void Mistake_in_capture_is_reported_at_its_place(string capture, string message) =>
        Check.File($"id: test\n{capture}\n{Steps}\n", message);

    [Theory]
    [InlineData("- { action: goto, params: { url: \"/a?b={|PB0109:{token}|}\" } }", "'token' is a secret")]
    [InlineData("- { action: hover, selector: a, description: \"{|PB0109:{token}|}\" }", "'token' is a secret")]
    [InlineData("- { action: hover, selector: a, failure_message: \"{|PB0101:<tokn>|}\" }", "")]
    [InlineData("- { action: extract, selector: a, store_as: {|PB0106:token|} }", "'capture' already stores 'token'.")]
    [InlineData("- { for_each: {|PB0106:token|}, in: [1], steps: [{ action: hover, selector: a }] }", "'token' is already the name of a stored value.")]
    public void Captured_value_is_a_secret_with_a_name_of_its_own(string step, string message) =>
        Check.File($"id: test\ncapture: {{ cookies: [{{ name: a, store_as: token }}] }}\nsteps:\n  {step}\n", message);

    [Fact]
    public void Captured_value_can_be_used_by_every_step_and_is_no_output_for_callers()
    {
        var file = Check.File("""
            id: test
            capture: { cookies: [{ name: a, store_as: token }], storage: [{ scope: session, key: b, store_as: tab }, { key: c, store_as: item }] }
            steps:
              - { action: key_press, selector: a, params: { text: "{token}{tab}{item}" }, verify: { expect_element_visible: b } }
            finally:
              - { action: key_press, selector: a, params: { text: "{token}" }, verify: { expect_element_visible: c } }
            """);

        Assert.Equal(
            [new(CaptureSource.Cookie, "a", "token"), new(CaptureSource.SessionStorage, "b", "tab"), new(CaptureSource.LocalStorage, "c", "item")],
            file.Model.Captures);
        Assert.All(file.Model.StoredValues, static value => Assert.True(value.IsSecret));
        Assert.Empty(PlaybookSignature.From(file.Model).Outputs);
    }

    [Fact]
    public void Base_url_and_start_url_cannot_use_captured_values() =>
        Check.File($"id: test\nstart_url: \"/{{|PB0102:{{token}}|}}\"\ncapture: {{ cookies: [{{ name: a, store_as: token }}] }}\n{Steps}\n");

    private const string Login = """
        id: login
        parameters: [{ name: username }, { name: password, secret: true }, { name: pin, required: false, secret: true }]
        steps: [{ action: key_press, selector: a, params: { text: "{username}{password}{pin}" }, verify: { expect_element_visible: b } }]
        """;

    [Theory]
    [InlineData("auth: { playbook: login, success: { url_contains: /a } }", "")]
    [InlineData("auth: { mode: playbook, playbook: login, login_url: /login, success: { url_contains: /a } }", "")]
    [InlineData("auth: { playbook: {|PB0209:logn|}, success: { url_contains: /a } }", "There is no playbook 'logn' in the project or its references. Did you mean 'login'?")]
    [InlineData("auth: { {|PB0208:playbook|}: circular, success: { url_contains: /a } }", "test → circular → test")]
    [InlineData("auth: { {|PB0208:playbook|}: test, success: { url_contains: /a } }", "test → test")]
    [InlineData("auth: { playbook: {|PB0210:numbered|}, success: { url_contains: /a } }", "'numbered' cannot log in, because its parameter 'count' is not of type string, as all credentials are. Give the parameter a default.")]
    public void Playbook_that_logs_in_is_checked_as_a_call_is(string auth, string message)
    {
        var marked = MarkupText.Parse($"id: test\n{auth}\n{Steps}\n");
        string[] texts =
        [
            marked.Text, Login,
            "id: circular\nsteps: [{ run: test }]",
            "id: numbered\nparameters: [{ name: count, type: int }]\nsteps: [{ action: goto, params: { url: \"/{count}\" } }]",
        ];
        var files = texts.Select(static (text, index) => PlaybookReader.Read($"{index}.playbook.yaml", text)).ToList();
        var known = KnownPlaybooks.Create(files.Select(static file => new CallablePlaybook(PlaybookSignature.From(file.Model), string.Empty)));

        var read = PlaybookReader.ReadLinked(files[0], known.For(files[0].Model));

        Check.Findings(marked, read.Findings, message);
    }

    [Fact]
    public void Playbook_that_logs_in_takes_its_parameters_from_the_credentials()
    {
        var file = PlaybookReader.Read("a.playbook.yaml", $"id: test\nparameters: [{{ name: user }}]\nauth: {{ playbook: login, username: \"{{user}}\", success: {{ url_contains: /a }} }}\n{Steps}\n");
        var login = PlaybookReader.Read("b.playbook.yaml", Login);
        var known = KnownPlaybooks.Create([new(PlaybookSignature.From(file.Model), string.Empty), new(PlaybookSignature.From(login.Model), string.Empty)]);

        var read = PlaybookReader.ReadLinked(file, known.For(file.Model));

        Assert.Empty(read.Findings);
        Assert.Equal([new("password", true), new("pin", false)], read.Model.Login!.Credentials);
    }
}
