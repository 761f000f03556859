using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using BcSalesSync.Host.Tests.Serving;

namespace BcSalesSync.Host.Tests.Commands;

public sealed class SandboxOptionsTests
{
    [Theory]
    [InlineData("--urls", "http://0.0.0.0:7700", "loopback")]
    [InlineData("--urls", "https://127.0.0.1:7700", "loopback")]
    [InlineData("--urls", "nonsense", "loopback")]
    [InlineData("--tier", "1", "tier")]
    [InlineData("--tier", "x", "--tier takes 0 or 2.")]
    [InlineData("--tier", "99999999999", "--tier takes 0 or 2.")]
    [InlineData("--latency-ms", "-1", "latency")]
    [InlineData("--latency-ms", "x", "--latency-ms takes a number from 0 to 600000.")]
    [InlineData("--latency-ms", "1.5", "--latency-ms takes a number from 0 to 600000.")]
    [InlineData("--seed", "scale:99999999999", "scale:99999999999")]
    [InlineData("--seed", "scale:-1", "scale:-1")]
    [InlineData("--seed", "scale:many", "scale:many")]
    [InlineData("--limits", "some", "some")]
    public async Task A_bad_option_is_named(string option, string value, string named)
    {
        var run = await HostRun.OfAsync("sandbox", option, value);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "--look", "x")]
    [InlineData("run", "--grace", "NaN")]
    [InlineData("run --once", "--time-budget", "soon")]
    [InlineData("worker", "--partitions", "x")]
    [InlineData("worker", "--threads", "1.5")]
    [InlineData("soak kills", "--kills", "x")]
    [InlineData("soak kills", "--customers", "-5")]
    [InlineData("soak orders", "--orders", "99999999999")]
    [InlineData("soak memory", "--customers", "")]
    [InlineData("soak limits", "--customers", "many")]
    [InlineData("soak workers", "--workers", "0")]
    [InlineData("soak workers", "--random-seed", "x")]
    public async Task A_number_that_is_none_is_named_whatever_the_verb(string verb, string option, string value)
    {
        var run = await HostRun.OfAsync([.. verb.Split(' '), option, value]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains($"{option} takes", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_reported()
    {
        await using var served = await ServedSandbox.StartAsync();
        var run = await HostRun.OfAsync("sandbox", "--urls", served.Control.GetLeftPart(UriPartial.Authority));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("in use", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_token_is_the_only_one_accepted()
    {
        await using var served = await ServedSandbox.StartAsync("--require-token", "letmein");
        using var refused = await served.Client.GetAsync(new Uri(served.Sales, "WhoAmI"));
        served.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "letmein");
        using var accepted = await served.Client.GetAsync(new Uri(served.Sales, "WhoAmI"));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, accepted.StatusCode));
    }

    [Theory]
    [InlineData("0", HttpStatusCode.NotFound)]
    [InlineData("2", HttpStatusCode.OK)]
    public async Task The_tier_decides_about_the_companion(string tier, HttpStatusCode expected)
    {
        await using var served = await ServedSandbox.StartAsync("--tier", tier);
        var companies = JsonNode.Parse(await served.Client.GetStringAsync(new Uri(served.BusinessCentral, "companies")))!;
        var companion = new Uri(served.BusinessCentral, $"../bcsalessync/sync/v1.0/companies({companies["value"]![0]!["id"]})/capabilities");
        using var answer = await served.Client.GetAsync(companion);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("off", "5999")]
    [InlineData("on", "5998")]
    public async Task Limits_are_enforced_when_they_are_on(string limits, string left)
    {
        await using var served = await ServedSandbox.StartAsync("--limits", limits);
        using var first = await served.Client.GetAsync(new Uri(served.Sales, "WhoAmI"));
        using var second = await served.Client.GetAsync(new Uri(served.Sales, "WhoAmI"));
        Assert.Equal(left, second.Headers.GetValues("x-ms-ratelimit-burst-remaining-xrm-requests").Single());
    }

    [Fact]
    public async Task The_seed_decides_what_there_is()
    {
        await using var served = await ServedSandbox.StartAsync("--seed", "scale:7");
        var customers = await served.Client.GetStringAsync(new Uri(served.Control, "rows?system=bc&set=customers"));
        Assert.Contains("C000007", customers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_file_keeps_what_was_written()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using (var first = await ServedSandbox.StartAsync("--data", path))
            {
                using var written = await first.ControlAsync(
                    "rows", new { system = "bc", set = "customers", rows = new[] { new { number = "C10000", displayName = "Kept Corporation" } } });
                Assert.True(written.IsSuccessStatusCode);
            }

            await using var second = await ServedSandbox.StartAsync("--data", path);
            var customers = await second.Client.GetStringAsync(new Uri(second.Control, "rows?system=bc&set=customers"));
            Assert.Contains("Kept Corporation", customers, StringComparison.Ordinal);
        }
        finally
        {
            foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(path) + "*"))
                File.Delete(file);
        }
    }

    [Fact]
    public async Task An_unknown_verb_is_an_error() => Assert.NotEqual(0, (await HostRun.OfAsync("dance")).ExitCode);
}
