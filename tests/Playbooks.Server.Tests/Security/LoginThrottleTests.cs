using System.Net;
using Playbooks.Server.Security;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Security;

/// <summary>Guesses of the token are slowed down; whoever has it is not.</summary>
public sealed class LoginThrottleTests
{
    private static readonly IPAddress Client = IPAddress.Parse("192.0.2.1");

    private readonly Clock clock = new();
    private readonly LoginThrottle throttle;

    public LoginThrottleTests() => throttle = new(new() { TimeProvider = clock });

    [Fact]
    public void A_client_has_a_few_attempts_and_then_waits_before_each()
    {
        Assert.Equal(LoginThrottle.ClientBurst, Enumerable.Range(0, 20).Count(_ => throttle.Enter(Client) is null));
        Assert.Equal(TimeSpan.FromSeconds(10), throttle.Enter(Client));
        Assert.Null(throttle.Enter(IPAddress.Parse("192.0.2.2")));

        clock.Now += TimeSpan.FromSeconds(9);
        Assert.Equal(TimeSpan.FromSeconds(1), throttle.Enter(Client));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(throttle.Enter(Client));
        Assert.NotNull(throttle.Enter(Client));

        clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(LoginThrottle.ClientBurst, Enumerable.Range(0, 20).Count(_ => throttle.Enter(Client) is null));
    }

    [Fact]
    public void A_success_is_not_counted()
    {
        for (var count = 0; count < 200; count++)
        {
            Assert.Null(throttle.Enter(Client));
            throttle.Succeeded(Client);
        }
    }

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void An_address_in_another_notation_or_of_the_same_network_is_the_same_client(string one, string other, bool isSame)
    {
        while (throttle.Enter(IPAddress.Parse(one)) is null)
        {
        }

        Assert.Equal(isSame, throttle.Enter(IPAddress.Parse(other)) is not null);
    }

    [Fact]
    public void All_clients_together_are_slowed_down_too_and_no_more_than_a_bound_of_them_are_remembered()
    {
        Assert.Equal(LoginThrottle.TotalBurst, Enumerable.Range(0, 10_000).Count(number => throttle.Enter(new(number + 1L)) is null));
        for (var number = 0; number < 10_000; number++)
        {
            clock.Now += TimeSpan.FromSeconds(1);
            throttle.Enter(new(number + 1L));
        }

        Assert.InRange(throttle.Clients, 1, LoginThrottle.MostClients);
    }

    [Fact]
    public async Task The_form_says_when_to_come_back_and_the_token_in_a_header_is_let_in_all_the_while()
    {
        await using var service = await RunningService.StartAsync(options =>
        {
            options.ApiKey = "long and random";
            options.TimeProvider = clock;
        });

        for (var count = 0; count < LoginThrottle.ClientBurst; count++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await LogInAsync(service, "guess")).Status);
        }

        // The right one is not even compared.
        Assert.Equal((HttpStatusCode.TooManyRequests, "10"), await LogInAsync(service, "long and random"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/runs") { Headers = { { "Authorization", "Bearer long and random" } } };
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        clock.Now += TimeSpan.FromSeconds(10);
        Assert.Equal(HttpStatusCode.SeeOther, (await LogInAsync(service, "long and random")).Status);
    }

    private static async Task<(HttpStatusCode Status, string? RetryAfter)> LogInAsync(RunningService service, string token)
    {
        using var form = new FormUrlEncodedContent([new("token", token)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/login") { Content = form, Headers = { { "Sec-Fetch-Site", "same-origin" } } };
        using var answer = await service.Client.SendAsync(request);
        return (answer.StatusCode, answer.Headers.RetryAfter?.ToString());
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
