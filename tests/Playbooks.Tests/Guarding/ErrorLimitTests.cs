using Playbooks.Guarding;

namespace Playbooks.Tests.Guarding;

public sealed class ErrorLimitTests
{
    [Fact]
    public void The_try_that_reaches_the_limit_is_the_last()
    {
        var limit = new ErrorLimit(3);

        Assert.Null(limit.Failed(attempts: 2));
        Assert.Null(limit.Failed(attempts: 2));
        Assert.Equal("max_consecutive_errors: 3", limit.Failed(attempts: 2)!.Rule);
        Assert.NotNull(limit.Failed(attempts: 2));
    }

    [Fact]
    public void A_success_starts_anew()
    {
        var limit = new ErrorLimit(2);

        Assert.Null(limit.Failed(attempts: 2));
        limit.Reset();
        Assert.Null(limit.Failed(attempts: 2));
        Assert.NotNull(limit.Failed(attempts: 2));
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(5, 5)]
    [InlineData(6, 6)]
    [InlineData(10, 10)]
    public void A_limit_that_nobody_chose_leaves_a_step_the_tries_that_it_asks_for(int attempts, int last)
    {
        var limit = new ErrorLimit(new Guardrails().MaxConsecutiveErrors);

        Assert.Equal(last, Enumerable.Range(1, 20).First(_ => limit.Failed(attempts) is not null));
    }

    [Fact]
    public void A_chosen_limit_goes_before_the_tries_of_a_step()
    {
        var limit = new ErrorLimit(4);

        Assert.Equal(4, Enumerable.Range(1, 20).First(_ => limit.Failed(attempts: 10) is not null));
    }
}
