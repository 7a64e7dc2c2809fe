using Playbooks.Execution.Blocks;
using Playbooks.Execution.Run;
using Playbooks.Generated;

namespace Playbooks.Execution.Login;

/// <summary>The login of one run: whether there is one, with which credentials, and what is captured after it.</summary>
internal sealed class RunLogin<TOutputs>
    where TOutputs : class, new()
{
    private readonly Playbook<TOutputs> playbook;
    private readonly LoginInfo? login;
    private readonly Dictionary<string, Secret> credentials = new(StringComparer.Ordinal);
    private readonly List<string> missing = [];

    public RunLogin(Playbook<TOutputs> playbook, RunOptions options, RunRequest request, RunValues values)
    {
        this.playbook = playbook;
        var info = playbook.Info;
        login = info.AuthRequired == false ? null : playbook.ReadLogin(values);
        if (login is null)
        {
            return;
        }

        var source = new RunCredentials(options, request, playbook.GetType().Assembly);
        foreach (var credential in info.Credentials)
        {
            if (source.Find(credential.Name) is { } value)
            {
                credentials[credential.Name] = value;
            }
            else if (credential.Required)
            {
                missing.Add(credential.Name);
            }
        }

        Add("username", login.Username);
        Add("password", login.Password);
    }

    /// <summary>Gets the values that must not be shown.</summary>
    public IEnumerable<string> Secrets => credentials.Values.Select(static secret => secret.Reveal());

    /// <summary>Fails if the run must be logged in and cannot be.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.AuthFailed"/>. The message says what to set.</exception>
    public void ThrowIfImpossible()
    {
        if (playbook.Info.AuthRequired != true)
        {
            return;
        }

        if (login is null)
        {
            throw new PlaybookException(
                ErrorCode.AuthFailed,
                "The playbook has auth_required: true, but no 'auth' that says how to log in. Write 'auth', or remove auth_required and log in with steps of the playbook.");
        }

        if (missing.Count > 0)
        {
            throw ConfiguredCredentials.Missing("The playbook has auth_required: true", missing);
        }
    }

    /// <summary>Logs in, if the run has the credentials, and captures values.</summary>
    /// <returns>The reason why this failed, or null.</returns>
    public async Task<PlaybookStepException?> RunAsync(RunContext run, BlockFlow blocks, StepRunner<TOutputs> steps, bool ownsContext)
    {
        if (login is not null && missing.Count == 0)
        {
            // A step of its own inside the login, so that the steps of the playbook that logs in have addresses.
            var call = login.Step with { Path = login.Step.Path + ".1", Action = "run" };
            var flow = new LoginFlow(run, login, credentials, ownsContext, values => playbook.LogInAsync(steps, call, values));
            if (await blocks.DoAsync(login.Step, login.Url ?? string.Empty, flow.RunAsync).ConfigureAwait(false) is PlaybookStepException failed)
            {
                return failed;
            }
        }

        return playbook.Info.Captures.Count == 0 ? null
            : await blocks.DoAsync(CaptureStep(), string.Empty, () => CaptureAsync(blocks, steps)).ConfigureAwait(false) as PlaybookStepException;
    }

    private async Task<string> CaptureAsync(BlockFlow blocks, StepRunner<TOutputs> steps)
    {
        await blocks.CaptureAsync(playbook.Info, steps.Store).ConfigureAwait(false);
        return string.Join(", ", playbook.Info.Captures.Select(static capture => capture.StoreAs));
    }

    private StepInfo CaptureStep() => new()
    {
        Number = 0,
        Path = "auth.2",
        Action = "capture",
        Description = "Capture from the session",
        Location = login?.Step.Location ?? new(1, 1, 1, 1),
    };

    private void Add(string name, Secret? written)
    {
        if (written?.Reveal().Length == 0)
        {
            missing.Add(name);
        }
        else if (written is not null)
        {
            credentials[name] = written;
        }
    }
}
