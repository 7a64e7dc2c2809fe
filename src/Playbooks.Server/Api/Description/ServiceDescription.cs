using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Playbooks.Server.Starting;

namespace Playbooks.Server.Api.Description;

/// <summary>Creates the OpenAPI document of the service from the metadata of its endpoints.</summary>
internal sealed class ServiceDescription(PlaybooksOptions options) : IOpenApiOperationTransformer, IOpenApiDocumentTransformer
{
    /// <summary>The name of the document, and of the group of its endpoints.</summary>
    public const string Name = "playbooks";

    private const string Bearer = "bearer";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "Playbooks";
        document.Info.Version = typeof(ServiceDescription).Assembly.GetName().Version?.ToString(3) ?? "0";
        document.Info.Description = "Starts playbooks by name, streams the progress of runs, and stores their evidence.";
        if (options.AuthorizationPolicy is not null)
        {
            // Only the host knows its schemes.
            return Task.CompletedTask;
        }

        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            Description = $"The token of {PlaybooksOptions.ApiKeyVariable}, if the service has one.",
        };
        document.Security = [new() { [new(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var document = context.Document!;
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses = [];
        foreach (var answer in metadata.OfType<Answer>())
        {
            operation.Responses[answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = answer.Meaning,
                Content = answer.ContentType is null ? null : new Dictionary<string, OpenApiMediaType>
                {
                    [answer.ContentType] = new() { Schema = answer.Form is { } form ? Schemas.ReferTo(form, document) : Schemas.Parse("""{"type":"string"}""", document) },
                },
            };
        }

        foreach (var question in metadata.OfType<Question>())
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = question.Name,
                In = question.IsHeader ? ParameterLocation.Header : ParameterLocation.Query,
                Description = question.Meaning,
                Schema = Schemas.Parse(question.Schema, document),
            });
        }

        if (metadata.OfType<StartRequestForm>().Any())
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = Schemas.Parse(StartRequestForm.Schema, document) } },
            };
        }

        return Task.CompletedTask;
    }
}
