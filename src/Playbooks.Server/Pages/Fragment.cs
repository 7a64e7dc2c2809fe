using Microsoft.AspNetCore.Components;

namespace Playbooks.Server.Pages;

/// <summary>Renders a fragment. The root component of every page.</summary>
internal sealed class Fragment : IComponent
{
    private RenderHandle handle;

    [Parameter]
    public RenderFragment Content { get; set; } = static _ => { };

    public void Attach(RenderHandle renderHandle) => handle = renderHandle;

    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        handle.Render(Content);
        return Task.CompletedTask;
    }
}
