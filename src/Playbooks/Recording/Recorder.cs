using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;

namespace Playbooks.Recording;

/// <summary>
/// Records Playwright's trace of a run, each step as a group that leads to its lines in the YAML. Nothing here fails a run: what goes
/// wrong is a sentence in <see cref="Problems"/>.
/// </summary>
internal sealed class Recorder
{
    // The driver answers at once, whatever the page does; this is for a driver that is gone without having said so.
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

    /// <summary>What went wrong with the recording, a masked sentence each.</summary>
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

    /// <summary>Starts to record all pages of a context, which are best opened afterwards.</summary>
    /// <param name="context">The pages' context.</param>
    /// <param name="mode">With <see cref="TraceMode.Never"/> nothing is recorded.</param>
    /// <param name="folder">Where the trace will lie.</param>
    /// <param name="mask">The run's secrets. With any, no film is recorded: its frames could not be masked.</param>
    /// <param name="title">What the viewer shows as the trace's title.</param>
    /// <param name="time">Measures time limits.</param>
    public static async Task<Recorder> StartAsync(
        IBrowserContext context, TraceMode mode, RunDirectory folder, SecretMask mask, string title, TimeProvider time)
    {
        var recorder = new Recorder(context, folder, mask, time);
        await recorder.TryAsync("What an earlier run left of its trace was not removed", () => Task.Run(mode == TraceMode.Never ? recorder.files.RemoveFormer : recorder.files.RemoveWork)).ConfigureAwait(false);
        if (mode != TraceMode.Never)
        {
            recorder.traces = recorder.groups = await recorder.TryAsync(
                "The run is not traced",
                () => context.Tracing.StartAsync(new() { Title = title, Snapshots = true, Screenshots = mask.HidesNothing })).ConfigureAwait(false);
        }

        return recorder;
    }

    /// <summary>A step begins: what follows belongs to it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="description">What it does, bound; null: its id or action names it.</param>
    /// <param name="sourcePath">The playbook's file.</param>
    public Task BeginStepAsync(StepInfo step, string? description, string sourcePath) => BeginAsync(
        string.Create(CultureInfo.InvariantCulture, $"{step.Number} {(string.IsNullOrWhiteSpace(description) ? step.Id ?? step.Action : description)}"),
        new() { File = sourcePath, Line = step.Location.Line, Column = step.Location.Column });

    /// <summary>The page is asked why a step failed: what follows is our doing, and not the step's.</summary>
    /// <param name="failed">Where the step stands; null: it was none.</param>
    public Task BeginEvidenceAsync(SourceExcerpt? failed) => BeginAsync(
        "Evidence of the failure",
        failed is null ? null : new() { File = failed.Path, Line = failed.Location.Line, Column = failed.Location.Column });

    /// <summary>What began last has ended, in whatever way.</summary>
    public async Task EndAsync()
    {
        if (groups)
        {
            groups = await TryAsync("The trace does not show the steps' ends from here on", () => context.Tracing.GroupEndAsync().WaitAsync(Patience, time)).ConfigureAwait(false);
        }
    }

    /// <summary>Stops recording; the context must still be open.</summary>
    /// <param name="keep">Whether what was recorded is written, for <see cref="CommitAsync"/>; else it is forgotten.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
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

    /// <summary>Shows what <see cref="StopAsync"/> has written, masked; nothing where there is nothing, or where masking fails.</summary>
    /// <param name="source">The playbook's file, which the viewer shows beside the steps.</param>
    /// <param name="cancellationToken">Ends it, without a trace.</param>
    /// <returns>Full path of the trace; null: there is none.</returns>
    public async Task<string?> CommitAsync(PlaybookSource source, CancellationToken cancellationToken)
    {
        if (!written)
        {
            return null;
        }

        written = false;
        var done = await TryAsync("The trace is not kept, because it could not be masked", async () =>
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
                "The trace does not show the steps from here on",
                () => context.Tracing.GroupAsync(mask.Apply(name), new() { Location = location }).WaitAsync(Patience, time)).ConfigureAwait(false);
        }
    }

    /// <summary>Removes what is not masked, once nobody writes it any more.</summary>
    private async Task ForgetAsync(Task writing)
    {
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await TryAsync("The unmasked trace was not removed; it is removed when the next process starts", () => Task.Run(files.RemoveWork)).ConfigureAwait(false);
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
