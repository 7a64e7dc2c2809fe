using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;

namespace Playbooks.Recording;

/// <summary>
/// Records Playwright's trace of a run, in which each step is a group that links to its lines in the YAML. Recording never fails a run:
/// problems are added to <see cref="Problems"/>.
/// </summary>
internal sealed class Recorder
{
    // The driver responds immediately, whatever the page does. This limit is for a driver that ended without notice.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IBrowserContext context;
    private readonly TraceFiles files;
    private readonly SecretMask mask;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly List<string> problems = [];
    private bool traces;
    private bool groups;
    private bool written;

    private Recorder(IBrowserContext context, RunDirectory folder, SecretMask mask, TimeProvider time)
    {
        this.context = context;
        this.mask = mask;
        this.time = time;
        files = new(folder);
    }

    /// <summary>Gets the problems of the recording, one masked sentence each.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (gate)
            {
                return [.. problems];
            }
        }
    }

    /// <summary>Starts recording all pages of a context. Pages should be opened afterwards.</summary>
    /// <param name="context">The context of the pages.</param>
    /// <param name="mode">The trace mode. With <see cref="TraceMode.Never"/>, nothing is recorded.</param>
    /// <param name="folder">The folder for the trace.</param>
    /// <param name="mask">Masks the run's secrets. If there are any, no screencast is recorded, because its frames cannot be masked.</param>
    /// <param name="title">The title of the trace in the viewer.</param>
    /// <param name="time">The clock for time limits.</param>
    public static async Task<Recorder> StartAsync(
        IBrowserContext context, TraceMode mode, RunDirectory folder, SecretMask mask, string title, TimeProvider time)
    {
        var recorder = new Recorder(context, folder, mask, time);
        await recorder.TryAsync("The trace files of an earlier run could not be deleted", () => Task.Run(mode == TraceMode.Never ? recorder.files.RemoveFormer : recorder.files.RemoveWork)).ConfigureAwait(false);
        if (mode != TraceMode.Never)
        {
            recorder.traces = recorder.groups = await recorder.TryAsync(
                "The run is not traced",
                () => context.Tracing.StartAsync(new() { Title = title, Snapshots = true, Screenshots = mask.HidesNothing })).ConfigureAwait(false);
        }

        return recorder;
    }

    /// <summary>Starts the group of a step, to which the following calls belong.</summary>
    /// <param name="step">The step.</param>
    /// <param name="description">The description with values filled in. If null, the id or the action is shown.</param>
    /// <param name="sourcePath">The path of the playbook's file.</param>
    public Task BeginStepAsync(StepInfo step, string? description, string sourcePath) => BeginAsync(
        string.Create(CultureInfo.InvariantCulture, $"{step.Number} {(string.IsNullOrWhiteSpace(description) ? step.Id ?? step.Action : description)}"),
        new() { File = sourcePath, Line = step.Location.Line, Column = step.Location.Column });

    /// <summary>Starts the group of the calls that collect the evidence of a failure, which do not belong to the step.</summary>
    /// <param name="failed">The location of the failed step, or null.</param>
    public Task BeginEvidenceAsync(SourceExcerpt? failed) => BeginAsync(
        "Evidence of the failure",
        failed is null ? null : new() { File = failed.Path, Line = failed.Location.Line, Column = failed.Location.Column });

    /// <summary>Ends the current group.</summary>
    public async Task EndAsync()
    {
        if (groups)
        {
            groups = await TryAsync("From here on, the trace does not show the ends of steps", () => context.Tracing.GroupEndAsync().WaitAsync(Patience, time)).ConfigureAwait(false);
        }
    }

    /// <summary>Stops recording. The context must still be open.</summary>
    /// <param name="keep">Whether the recording is written for <see cref="CommitAsync"/>. If not, it is discarded.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    public async Task StopAsync(bool keep, CancellationToken cancellationToken)
    {
        if (!traces)
        {
            return;
        }

        traces = groups = false;
        if (!keep)
        {
            await TryAsync("The trace could not be stopped", () => context.Tracing.StopAsync().WaitAsync(cancellationToken)).ConfigureAwait(false);
            return;
        }

        Task writing = Task.CompletedTask;
        written = await TryAsync("The trace was not written", () =>
        {
            files.CreateUnmasked();
            writing = context.Tracing.StopAsync(new() { Path = files.Unmasked });
            return writing.WaitAsync(cancellationToken);
        }).ConfigureAwait(false);
        if (!written)
        {
            var forgotten = ForgetAsync(writing);
            if (writing.IsCompleted)
            {
                await forgotten.ConfigureAwait(false);
            }
        }
    }

    /// <summary>Masks and publishes the recording that <see cref="StopAsync"/> has written. Has no effect if there is none, or if masking fails.</summary>
    /// <param name="source">The file of the playbook, which the viewer shows beside the steps.</param>
    /// <param name="cancellationToken">Cancels the operation, without a trace.</param>
    /// <returns>The full path of the trace, or null if there is none.</returns>
    public async Task<string?> CommitAsync(PlaybookSource source, CancellationToken cancellationToken)
    {
        if (!written)
        {
            return null;
        }

        written = false;
        var done = await TryAsync("The trace was discarded because it could not be masked", async () =>
        {
            var unmasked = File.OpenRead(files.Unmasked);
            await using var closing = unmasked.ConfigureAwait(false);
            var masked = files.CreateMasked();
            await using (masked.ConfigureAwait(false))
            {
                await Task.Run(() => new TraceMask(mask).Rewrite(unmasked, masked, source, cancellationToken), cancellationToken).ConfigureAwait(false);
            }

            files.Publish();
        }).ConfigureAwait(false);
        await ForgetAsync(Task.CompletedTask).ConfigureAwait(false);
        return done ? files.Trace : null;
    }

    private async Task BeginAsync(string name, Location? location)
    {
        if (groups)
        {
            groups = await TryAsync(
                "From here on, the trace does not show steps",
                () => context.Tracing.GroupAsync(mask.Apply(name), new() { Location = location }).WaitAsync(Patience, time)).ConfigureAwait(false);
        }
    }

    /// <summary>Deletes the unmasked recording once it is no longer being written.</summary>
    private async Task ForgetAsync(Task writing)
    {
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await TryAsync("The unmasked trace could not be deleted and will be deleted when the next process starts", () => Task.Run(files.RemoveWork)).ConfigureAwait(false);
    }

    private async Task<bool> TryAsync(string problem, Func<Task> act)
    {
        try
        {
            await act().ConfigureAwait(false);
            return true;
        }
        catch (Exception failure)
        {
            var why = failure switch
            {
                OperationCanceledException or TimeoutException => "it took too long",
                PlaywrightException => failure.Message.Split('\n', 2)[0],
                _ => failure.Message,
            };
            lock (gate)
            {
                problems.Add(mask.Apply($"{problem}: {why.TrimEnd('.', ' ')}."));
            }

            return false;
        }
    }
}
