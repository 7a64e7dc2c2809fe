using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Playbooks.Hosting;

/// <summary>The configuration of the options of runs.</summary>
internal static class RunOptionsSection
{
    private static readonly Dictionary<string, Func<Retention, SectionReader, Retention>> RetentionKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(Retention.MaxAge)] = static (retention, value) => retention with { MaxAge = value.Time() },
        [nameof(Retention.FailedMaxAge)] = static (retention, value) => retention with { FailedMaxAge = value.Time() },
        [nameof(Retention.MaxCount)] = static (retention, value) => retention with { MaxCount = (int?)value.Number(0, int.MaxValue) },
        [nameof(Retention.MaxBytes)] = static (retention, value) => retention with { MaxBytes = value.Number(0, long.MaxValue) },
    };

    private static readonly Dictionary<string, Func<RunOptions, SectionReader, RunOptions>> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(RunOptions.BaseUrl)] = static (options, value) => options with { BaseUrl = value.Text() },
        [nameof(RunOptions.SessionsFolder)] = static (options, value) => options with { SessionsFolder = value.Text() },
        [nameof(RunOptions.OutputRoot)] = static (options, value) => options with { OutputRoot = value.Text() },
        [nameof(RunOptions.Retention)] = static (options, section) => options with { Retention = section.Read(options.Retention ?? Retention.Default, RetentionKeys) },
        [nameof(RunOptions.FailOn)] = static (options, value) => options with { FailOn = value.Word<FailOn>(isCombined: true) },
        [nameof(RunOptions.Trace)] = static (options, value) => options with { Trace = value.Word<TraceMode>() },
        [nameof(RunOptions.Screenshots)] = static (options, value) => options with { Screenshots = value.Word<ScreenshotMode>() ?? options.Screenshots },
        [nameof(RunOptions.Guardrails)] = static (options, section) => options with { Guardrails = section.Read(options.Guardrails ?? new(), GuardrailsSection.Keys) },
        [nameof(RunOptions.Timeout)] = static (options, value) => options with { Timeout = value.Time() },
    };

    /// <summary>Changes options as a configuration section says.</summary>
    /// <exception cref="OptionsValidationException">The section contains mistakes, all of which are reported.</exception>
    public static RunOptions Apply(IConfiguration section, RunOptions options)
    {
        var mistakes = new List<string>();
        var changed = new SectionReader(section, mistakes).Read(options, Keys);
        return mistakes.Count == 0 ? changed : throw new OptionsValidationException(Options.DefaultName, typeof(RunOptions), mistakes);
    }
}
