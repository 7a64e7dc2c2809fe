using Microsoft.Playwright;
using Playbooks.Steps;

namespace Playbooks.Running.Resolution;

/// <summary>Finds the one element that a selector chain means, by the language's rules for chains.</summary>
internal sealed class SelectorResolver(TimeProvider time)
{
    /// <summary>Counts the page's requests from now on, so that later "under way" is known; call it before the first navigation.</summary>
    public void Watch(IPage page) => _ = time;

    public Task<ResolvedElement> ResolveAsync(
        IPage page, SelectorChain chain, ElementRequirement requirement, Deadline deadline, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Comes with the next commit.");
}
