using Microsoft.Extensions.Options;

namespace Playbooks.Hosting;

/// <summary>Validates the options of runs when the program starts. Reports all mistakes at once.</summary>
internal sealed class RunOptionsValidation : IValidateOptions<RunOptions>
{
    public ValidateOptionsResult Validate(string? name, RunOptions options) =>
        RunOptionsRules.FindMistakes(options).ToList() is { Count: > 0 } mistakes ? ValidateOptionsResult.Fail(mistakes) : ValidateOptionsResult.Success;
}
