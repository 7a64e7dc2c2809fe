using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Playbooks.Hosting;

/// <summary>Creates the options of runs from the services of the program and all registered changes.</summary>
internal sealed class RunOptionsFactory(
    IServiceProvider services,
    IEnumerable<RunOptionsChange> changes,
    IEnumerable<IConfigureOptions<RunOptions>> setups,
    IEnumerable<IPostConfigureOptions<RunOptions>> postConfigures,
    IEnumerable<IValidateOptions<RunOptions>> validations)
    : OptionsFactory<RunOptions>(setups, postConfigures, validations)
{
    protected override RunOptions CreateInstance(string name) => changes.Aggregate(
        new RunOptions
        {
            Logger = services.GetService<ILoggerFactory>()?.CreateLogger<PlaybookRunner>(),
            TimeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System,
            Recovery = services.GetService<IRecoveryAgent>(),
            Model = services.GetService<ITextModel>(),
            Listeners = [.. services.GetServices<IStepListener>()],
        },
        static (options, change) => change.Apply(options));
}
