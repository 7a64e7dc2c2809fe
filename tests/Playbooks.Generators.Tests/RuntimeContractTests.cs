using Playbooks.Generated;
using Playbooks.Generators.Emitting;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;
using Playbooks.Steps;

namespace Playbooks.Generators.Tests;

/// <summary>What the language's tables name is there in the runtime, under the names that the generator makes of them.</summary>
public sealed class RuntimeContractTests
{
    public static TheoryData<string> Actions => [.. ActionTable.All.Select(action => action.Name)];

    [Theory]
    [MemberData(nameof(Actions))]
    public void An_action_has_a_step_class_with_a_property_for_each_param(string name)
    {
        var action = ActionTable.Find(name)!;
        var step = RuntimeType(CSharpNames.Pascal(name) + "Step");

        var parameters = step.GetConstructors().Single().GetParameters();
        Assert.Equal(["info", .. StepClass.ParametersOf(action).Select(parameter => parameter.Name)], parameters.Select(parameter => parameter.Name));
        Assert.Equal([false, .. StepClass.ParametersOf(action).Select(parameter => parameter.IsOptional)], parameters.Select(parameter => parameter.HasDefaultValue));
        foreach (var param in action.Params)
        {
            var property = step.GetProperty(CSharpNames.Pascal(param.Name))!;
            Assert.Equal(param.Required, property.SetMethod is null);
            Assert.True(param.ListProperty is not { } list || step.GetProperty(list) is not null, param.ListProperty);
            if (param.WordSet is { } wordSet)
            {
                var known = Enum.GetNames(RuntimeType(CSharpNames.Pascal(wordSet)));
                Assert.All(param.Words, word => Assert.Contains(CSharpNames.Pascal(word.Text), known));
            }
        }

        if (action.Output == OutputKind.As)
        {
            Assert.NotNull(typeof(Step).Assembly.GetType(step.FullName + "`1"));
        }
    }

    [Fact]
    public void A_request_has_a_property_for_each_key_and_a_member_for_each_word()
    {
        foreach (var key in RequestKeys.Mapping.Keys.Where(key => key.Mapping is null))
        {
            Assert.NotNull(typeof(ApiRequest).GetProperty(CSharpNames.Pascal(key.Name)));
        }

        foreach (var key in new[] { RequestKeys.Method, RequestKeys.ResponseKeys.Mode })
        {
            var known = Enum.GetNames(RuntimeType(CSharpNames.Pascal(key.WordSet!)));
            Assert.Equal(known.Order(), key.Words.Select(word => RequestExpression.MemberOf(word.Text)).Order());
        }

        var written = new RequestModel { Url = new(default, string.Empty, default) };
        var standard = new ApiRequest("/");
        Assert.Equal((RequestExpression.MemberOf(written.Method), RequestExpression.MemberOf(written.ResponseMode)), (standard.Method.ToString(), standard.ResponseMode.ToString()));
    }

    [Fact]
    public void An_encoding_has_a_method_of_its_name() =>
        Assert.All(Enum.GetNames<ValueEncoding>(), name => Assert.NotNull(typeof(Bind).GetMethod(name, [typeof(string)])));

    [Fact]
    public void A_guardrail_has_the_language_s_default()
    {
        var language = new GuardrailsModel();
        var runtime = new Guardrails();

        foreach (var property in typeof(GuardrailsModel).GetProperties().Where(property => property.PropertyType == typeof(int) || property.PropertyType == typeof(bool)))
        {
            Assert.Equal(property.GetValue(language), typeof(Guardrails).GetProperty(property.Name)!.GetValue(runtime));
        }
    }

    [Fact]
    public void What_the_generator_leaves_out_is_the_runtime_s_default()
    {
        var step = new StepInfo { Number = 1, Path = "1", Action = "click", Location = default };

        Assert.Equal((FailurePolicy.LlmRecover, 2, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)), (step.OnFailure, step.Attempts, step.RetryDelay, step.Timeout));
        Assert.Equal(TimeSpan.FromMilliseconds(new VerifyModel { KeySpan = default }.TimeoutMs.Value), new StepVerification().Timeout);
    }

    private static Type RuntimeType(string name) => typeof(Step).Assembly.GetType("Playbooks.Steps." + name, throwOnError: true)!;
}
