using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Api;
using Playbooks.Server.Starting;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Api;

/// <summary>What the service says of itself is what it does.</summary>
public sealed class OpenApiTests : IAsyncLifetime
{
    private RunningService service = null!;
    private string text = string.Empty;
    private JsonElement document;

    public async Task InitializeAsync()
    {
        service = await RunningService.StartAsync();
        text = await service.Client.GetStringAsync("/openapi/playbooks.json");
        document = JsonDocument.Parse(text).RootElement;
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public void It_is_an_OpenAPI_document_without_mistakes()
    {
        var read = OpenApiDocument.Parse(text, "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal("Playbooks", read.Document!.Info.Title);
    }

    [Fact]
    public void It_describes_every_endpoint_for_programs_and_what_each_answers()
    {
        var endpoints = service.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointGroupNameMetadata>()?.EndpointGroupName == "playbooks")
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Where(method => method != "HEAD").Select(method => $"{method} {endpoint.RoutePattern.RawText}"))
            .Order(StringComparer.Ordinal);

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value)))
            .ToList();

        Assert.Equal(endpoints, operations.Select(operation => operation.Name).Order(StringComparer.Ordinal));
        Assert.All(operations, operation =>
        {
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            Assert.NotEmpty(operation.Value.GetProperty("operationId").GetString()!);
            Assert.NotEmpty(operation.Value.GetProperty("responses").EnumerateObject());
        });
    }

    [Fact]
    public async Task Its_catalog_has_the_keys_of_the_real_one()
    {
        var real = JsonDocument.Parse(await service.Client.GetStringAsync("/playbooks")).RootElement.GetProperty("playbooks").EnumerateArray().Single(playbook => playbook.GetProperty("id").GetString() == "place_order");

        var described = Schema("CatalogList").GetProperty("properties").GetProperty("playbooks").GetProperty("items").GetProperty("properties");

        Assert.Subset(Keys(described), Keys(real));
        Assert.Contains("step_count", Keys(real));
    }

    [Fact]
    public void Its_status_has_the_keys_and_words_of_the_real_one()
    {
        var real = JsonDocument.Parse(JsonSerializer.Serialize(
            new RunStatus { RunId = "a", Playbook = "b", Status = RunState.Timeout, Error = new(ErrorCode.Timeout, "Too long.") }, LogJson.Status)).RootElement;

        var described = Schema("RunStatus").GetProperty("properties");

        Assert.Subset(Keys(described), Keys(real));
        Assert.Contains("timeout", described.GetProperty("status").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
        Assert.Contains("\"TIMEOUT\"", described.GetProperty("error").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("recording")]
    [InlineData("guardrails")]
    public async Task Each_key_of_its_request_is_read(string path)
    {
        // No value may be this one, so that each key that is read is refused.
        var wrong = string.Join(',', StartRequestForm.KeysOf(path).Select(static key => $"\"{key}\":[[]]"));
        using var body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(path.Length == 0 ? $"{{{wrong}}}" : $"{{\"{path}\":{{{wrong}}}}}"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => StartRequestReader.ReadAsync(body, CancellationToken.None));

        Assert.Equal(
            StartRequestForm.KeysOf(path).Select(key => path.Length == 0 ? key : $"{path}.{key}").Order(StringComparer.Ordinal),
            refused.Problems.Select(static problem => problem.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_request_is_described() => Assert.Equal(
        StartRequestForm.KeysOf(string.Empty).Order(StringComparer.Ordinal),
        document.GetProperty("paths").GetProperty("/runs").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json")
            .GetProperty("schema").GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));

    private JsonElement Schema(string name) => document.GetProperty("components").GetProperty("schemas").GetProperty(name);

    private static HashSet<string> Keys(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
