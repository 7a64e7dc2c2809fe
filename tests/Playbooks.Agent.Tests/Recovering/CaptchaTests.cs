using Playbooks.Agent.Tests.Serving;
using Playbooks.Tests.Browser;

namespace Playbooks.Agent.Tests.Recovering;

/// <summary>Captchas and bot walls, by the markup that their providers write.</summary>
public sealed class CaptchaTests(Chromium chromium) : AgentTest(chromium)
{
    private const string Cloudflare = "<title>Just a moment...</title><form id='challenge-form'><h1>shop.example</h1><p>Verifying you are human.</p></form>";
    private const string Turnstile = "<h1>One more step</h1><div class='cf-turnstile' style='width:300px;height:65px'><input type=hidden name='cf-turnstile-response'></div>";
    private const string Recaptcha = "<h1>Are you a robot?</h1><div class='g-recaptcha' style='width:304px;height:78px'><textarea name='g-recaptcha-response' hidden></textarea></div>";
    private const string Hcaptcha = "<h1>Human?</h1><div class='h-captcha' style='width:303px;height:78px'></div>";

    [Theory]
    [InlineData(Cloudflare, "Cloudflare")]
    [InlineData(Turnstile, "Turnstile")]
    [InlineData(Recaptcha, "reCAPTCHA")]
    [InlineData(Hcaptcha, "hCaptcha")]
    public async Task Wall_that_stays_ends_the_run(string markup, string provider)
    {
        Server.Pages["/order"] = markup;

        var run = await CancelAsync(change: static options => options with { RecoveryLimits = new() { Captcha = TimeSpan.FromMilliseconds(1) } });

        Assert.Equal(ErrorCode.CaptchaFailed, run.ErrorCode);
        Assert.Contains($"Recovery failed: {provider} was not solved within 1 ms.", run.Error, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Wall_that_lets_the_run_pass_is_told_before_the_result()
    {
        Server.Pages["/order"] = ChangedPage + "<a href='/wall'>Check</a>";
        Server.Pages["/wall"] = Recaptcha + $"<script>const again = async () => (await fetch('/solved')).ok ? document.body.innerHTML = `{ChangedPage}` : setTimeout(again, 50); again()</script>";
        Server.Then(
            request => ModelReply.Call("click", new { @ref = request.Ref("link \"Check\"") }),
            request => ModelReply.Call("click", new { @ref = request.Ref("button \"Cancel order\"") }),
            _ => ModelReply.Call("step_done", new { step = "1" }));

        var run = await CancelAsync(change: options => options with { Listeners = [new Solver(Server)] });

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Matches("reCAPTCHA asked whether the visitor is a person\\. The challenge disappeared after .+, and the page below is the one behind it\\.\nDone\\.", Server.Requests[1].Text);
        Assert.Contains(run.Notes, note => note.Topic == "captcha");
    }

    [Theory]
    [InlineData("<div class='g-recaptcha' data-size='invisible' style='width:304px;height:78px'></div>")]
    [InlineData("<div class='cf-turnstile' style='width:300px;height:65px'><input type=hidden name='cf-turnstile-response' value='solved'></div>")]
    [InlineData("<p>We protect this page with reCAPTCHA, hCaptcha and Cloudflare Turnstile.</p>")]
    public async Task Page_that_only_carries_a_captcha_is_no_wall(string markup)
    {
        Server.Pages["/order"] = ChangedPage + markup;
        Server.Then(ModelReply.Call("give_up", new { why = "Enough." }));

        var run = await CancelAsync();

        Assert.Equal(ErrorCode.RecoveryFailed, run.ErrorCode);
        Assert.Single(Server.Requests);
    }

    /// <summary>A person who solves the captcha once the run waits for it.</summary>
    private sealed class Solver(ModelServer server) : IStepListener
    {
        public void OnNote(RunNote noted)
        {
            if (noted.Topic == "captcha")
            {
                server.Pages["/solved"] = "";
            }
        }
    }
}
