using System.CommandLine;
using Playbooks.Shared;

namespace Playbooks.Cli.Commands;

/// <summary>The option that replaces the base URL of playbooks.</summary>
internal static class BaseUrlOption
{
    /// <summary>Returns whether a text is an absolute URL with http or https.</summary>
    public static bool IsHttp(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    /// <summary>Creates the option.</summary>
    public static Option<string> Create()
    {
        var option = new Option<string>("--base-url") { Description = "The URL that relative URLs resolve against. The default is the playbook's base_url." };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } url && !IsHttp(url))
            {
                result.AddError($"'{url.Truncate(UnknownName.LongestName)}' is not an absolute URL. Write it with http:// or https://, such as --base-url http://localhost:5000");
            }
        });
        return option;
    }
}
