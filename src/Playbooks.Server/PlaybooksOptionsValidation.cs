using Microsoft.Extensions.Options;
using Playbooks.Guarding.Urls;

namespace Playbooks.Server;

/// <summary>Validates the options when the service starts. Reports all mistakes at once.</summary>
internal sealed class PlaybooksOptionsValidation : IValidateOptions<PlaybooksOptions>
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(3600);

    public ValidateOptionsResult Validate(string? name, PlaybooksOptions options)
    {
        var mistakes = new List<string>();
        if (options.Role is not (PlaybooksRole.Worker or PlaybooksRole.Gateway or PlaybooksRole.Both))
        {
            mistakes.Add($"Role '{options.Role}' is invalid. Set it to {PlaybooksRole.Worker}, {PlaybooksRole.Gateway}, or {PlaybooksRole.Both}.");
        }

        if (options.Role == PlaybooksRole.Gateway && options.Workers.Count == 0)
        {
            mistakes.Add($"A gateway that is not also a worker requires {nameof(PlaybooksOptions.Workers)}, such as http://worker-1:5000.");
        }

        mistakes.AddRange(options.Workers
            .Where(static worker => !worker.IsAbsoluteUri || worker.Scheme is not ("http" or "https"))
            .Select(static worker => $"The worker '{worker}' is not an absolute http or https URL, such as http://worker-1:5000."));
        mistakes.AddRange(options.AllowedBaseUrls
            .Where(static url => WebOrigin.Read(url) is null)
            .Select(static url => $"{nameof(PlaybooksOptions.AllowedBaseUrls)} contains '{url}', which is not an absolute http or https URL, such as https://staging.example.com."));
        Within(nameof(PlaybooksOptions.MaxConcurrentRuns), options.MaxConcurrentRuns, 1, 1000);
        Within(nameof(PlaybooksOptions.MaxQueuedRuns), options.MaxQueuedRuns, 0, 100_000);
        Within(nameof(PlaybooksOptions.MaxSubscribers), options.MaxSubscribers, 1, 1_000_000);
        Lasts(nameof(PlaybooksOptions.RunTimeout), options.RunTimeout, LongestRun);
        Lasts(nameof(PlaybooksOptions.BrowserIdleTimeout), options.BrowserIdleTimeout);
        Lasts(nameof(PlaybooksOptions.KeepAlive), options.KeepAlive);
        Lasts(nameof(PlaybooksOptions.WriteTimeout), options.WriteTimeout);
        Lasts(nameof(PlaybooksOptions.UpstreamTimeout), options.UpstreamTimeout);
        Lasts(nameof(PlaybooksOptions.UpstreamIdleTimeout), options.UpstreamIdleTimeout);
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes.Select(static mistake => $"Playbooks: {mistake}"));

        void Within(string option, int value, int least, int most)
        {
            if (value < least || value > most)
            {
                mistakes.Add($"{option} must be from {least} to {most}, but is {value}.");
            }
        }

        void Lasts(string option, TimeSpan value, TimeSpan? most = null)
        {
            if (value <= TimeSpan.Zero || value > (most ?? TimeSpan.FromDays(1)))
            {
                mistakes.Add($"{option} must be greater than zero and at most {most ?? TimeSpan.FromDays(1)}, but is {value}.");
            }
        }
    }
}
