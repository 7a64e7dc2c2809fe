using System.IO.Compression;
using System.Text;
using Playbooks.Browser.Tests.Site;

namespace Playbooks.Browser.Tests;

/// <summary>Runs log in by themselves, keep their session for the next, and show nothing of it.</summary>
public sealed class AuthTests : IClassFixture<PlaybookFixture>, IClassFixture<AuthSite>, IDisposable
{
    private readonly PlaybookFixture playbooks;
    private readonly AuthSite site;
    private readonly string root = Path.Combine(Path.GetTempPath(), "playbooks-tests", Guid.NewGuid().ToString("N"));
    private readonly RunOptions options;

    public AuthTests(PlaybookFixture playbooks, AuthSite site)
    {
        this.playbooks = playbooks;
        this.site = site;
        site.Reset();
        options = new()
        {
            BaseUrl = site.BaseUrl,
            OutputRoot = Path.Combine(root, "runs"),
            SessionsFolder = Path.Combine(root, "sessions"),
            Trace = TraceMode.Never,
            Credentials = new Dictionary<string, Secret> { ["username"] = AuthSite.User, ["password"] = AuthSite.Password },
        };
    }

    private string Sessions => Path.Combine(root, "sessions");

    public void Dispose()
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Theory]
    [InlineData("django")]
    [InlineData("identity")]
    [InlineData("two-pages")]
    [InlineData("two-parts")]
    [InlineData("german")]
    [InlineData("no-form")]
    public async Task Login_form_is_found_filled_in_and_submitted_once(string page)
    {
        var run = await RunAsync(new Playbooks.AuthForm(new(page)));

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal(1, site.Logins);
        Assert.Equal(("auth.1", "login", "logged in"), (run.Steps[0].Info.Path, run.Steps[0].Info.Action, run.Steps[0].Output));
        Assert.Empty(Leaks());
    }

    [Theory]
    [InlineData("django", "The page says: \"Please enter a correct username and password.\"")]
    [InlineData("nothing", "has no visible user name field. Check login_url, or write a playbook that logs in")]
    public async Task Login_that_does_not_succeed_fails_the_run_before_its_first_step(string page, string message)
    {
        var wrong = options with { Credentials = new Dictionary<string, Secret> { ["username"] = AuthSite.User, ["password"] = "wrong-password" } };

        var run = await RunAsync(new Playbooks.AuthForm(new(page)), wrong);

        Assert.Equal((Outcome.Failed, ErrorCode.AuthFailed), (run.Outcome, run.ErrorCode));
        Assert.StartsWith("Log in: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal("auth.1", run.FailedStep!.Info.Path);
        Assert.Single(run.Steps);
        Assert.DoesNotContain("wrong-password", run.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_credentials_a_run_that_must_log_in_fails_and_says_what_to_set()
    {
        var run = await RunAsync(new Playbooks.AuthForm(new("django")), options with { Credentials = new Dictionary<string, Secret>() });

        Assert.Equal(ErrorCode.AuthFailed, run.ErrorCode);
        Assert.Equal(
            "Logging in: The playbook has auth_required: true, but no 'username' or 'password' was supplied. Set PLAYBOOKS_CREDENTIALS__USERNAME and PLAYBOOKS_CREDENTIALS__PASSWORD, or pass the credentials in the options of the run.",
            run.Error);
        Assert.Equal(0, site.Logins);
    }

    [Fact]
    public async Task Without_credentials_a_run_that_may_log_in_does_not()
    {
        var run = await RunAsync(new Playbooks.AuthSession(), options with { Credentials = new Dictionary<string, Secret>() });

        Assert.Equal(ErrorCode.AuthFailed, run.ErrorCode);
        Assert.Equal("Capture from the session: 'session_cookie' could not be captured: the session has no cookie 'user_session'; it has no cookies.", run.Error);
        Assert.Equal(0, site.Logins);
    }

    [Fact]
    public async Task Ten_runs_at_once_log_in_once()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RunAsync(new Playbooks.AuthSession())));

        Assert.All(runs, static run => Assert.True(run.Outcome == Outcome.Passed, run.Report));
        Assert.Equal(1, site.Logins);
        Assert.Single(runs, static run => run.Steps[0].Output == "logged in; session '***' kept" || run.Steps[0].Output == "logged in; session 'customer' kept");
        Assert.All(runs, static run => Assert.Equal((12.5m, "true"), (((PlaybookResult<Playbooks.AuthSession.Outputs>)run).Outputs.Total, ((PlaybookResult<Playbooks.AuthSession.Outputs>)run).Outputs.IsSameTab)));
        var file = Assert.Single(Directory.GetFiles(Sessions, "*.session"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Empty(Leaks());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Expired_session_is_noticed_and_renewed_once(bool keepsCookie)
    {
        await RunAsync(new Playbooks.AuthSession());
        site.Expire();
        site.KeepsCookie = keepsCookie;

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(new Playbooks.AuthSession())));

        Assert.All(runs, static run => Assert.True(run.Outcome == Outcome.Passed, run.Report));
        Assert.Equal(2, site.Logins);
        Assert.Single(Directory.GetFiles(Sessions, "*.session"));
    }

    [Fact]
    public async Task Session_is_kept_for_one_origin_one_name_and_one_set_of_credentials()
    {
        await RunAsync(new Playbooks.AuthSession());
        await RunAsync(new Playbooks.AuthByPlaybook());
        await RunAsync(new Playbooks.AuthByPlaybook());

        Assert.Equal(2, site.Logins);
        Assert.Equal(2, Directory.GetFiles(Sessions, "*.session").Length);
    }

    [Fact]
    public async Task Session_that_is_too_old_is_not_used()
    {
        await RunAsync(new Playbooks.AuthSession());
        var file = Directory.GetFiles(Sessions, "*.session").Single();
        var text = await File.ReadAllTextAsync(file);
        var created = text.IndexOf("\"created_at\":\"", StringComparison.Ordinal) + "\"created_at\":\"".Length;
        await File.WriteAllTextAsync(file, text[..created] + DateTimeOffset.UtcNow.AddHours(-13).ToString("O") + text[text.IndexOf('"', created)..]);

        await RunAsync(new Playbooks.AuthSession());

        Assert.Equal(2, site.Logins);
    }

    [Fact]
    public async Task Playbook_logs_in_with_steps_that_are_in_the_evidence()
    {
        var run = await RunAsync(new Playbooks.AuthByPlaybook());

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal(["auth.1", "auth.1.1", "auth.1.1/sign_in:1", "auth.1.1/sign_in:2", "auth.1.1/sign_in:3", "1"], run.Steps.Select(static step => step.Info.Path));
        Assert.Equal(1, site.Logins);
        Assert.Empty(Leaks());
    }

    [Fact]
    public async Task Playbook_that_cannot_log_in_fails_the_login()
    {
        var wrong = options with { Credentials = new Dictionary<string, Secret> { ["username"] = AuthSite.User, ["password"] = "wrong-password" } };

        var run = await RunAsync(new Playbooks.AuthByPlaybook(), wrong);

        Assert.Equal(ErrorCode.AuthFailed, run.ErrorCode);
        Assert.StartsWith("Log in: The login did not succeed: Step 3 of 3 at auth.1.1/sign_in:3 (click): ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_of_a_login_holds_no_credential()
    {
        var run = await RunAsync(new Playbooks.AuthSession(), options with { Trace = TraceMode.Always });

        Assert.NotNull(run.TracePath);
        Assert.Empty(Leaks());
    }

    [Fact]
    public async Task Trace_of_a_kept_session_holds_no_cookie_of_it()
    {
        var traced = options with { Trace = TraceMode.Always };
        var loggedIn = await RunAsync(new Playbooks.AuthByPlaybook(), traced);
        var reused = await RunAsync(new Playbooks.AuthByPlaybook(), traced);

        Assert.Equal("session 'clerk' reused", reused.Steps[0].Output);
        Assert.All([loggedIn, reused], static run => Assert.NotNull(run.TracePath));
        Assert.Empty(Leaks(Assert.Single(site.SessionIds)));
    }

    private async Task<PlaybookResult> RunAsync<TOutputs>(Playbook<TOutputs> playbook, RunOptions? other = null)
        where TOutputs : class, new()
    {
        await using var context = await playbooks.NewContextAsync();
        return await new PlaybookRunner(other ?? options).RunAsync(playbook, context.Browser!);
    }

    /// <summary>The files of the runs that hold a credential or the value of a cookie.</summary>
    private IEnumerable<string> Leaks(params string[] others)
    {
        byte[][] secrets = [.. others.Concat([AuthSite.User, AuthSite.Password, "token-of-", "tab-of-"]).Select(Encoding.UTF8.GetBytes)];
        return from path in Directory.EnumerateFiles(Path.Combine(root, "runs"), "*", SearchOption.AllDirectories)
               from content in Contents(path)
               where secrets.Any(secret => content.AsSpan().IndexOf(secret) >= 0)
               select path;
    }

    private static IEnumerable<byte[]> Contents(string path)
    {
        yield return File.ReadAllBytes(path);
        if (path.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = ZipFile.OpenRead(path);
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                yield return bytes.ToArray();
            }
        }
    }
}
