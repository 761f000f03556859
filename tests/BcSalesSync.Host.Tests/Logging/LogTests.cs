using System.Text.Json;
using System.Text.RegularExpressions;

namespace BcSalesSync.Host.Tests.Logging;

public sealed partial class LogTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    [Fact]
    public void Each_line_is_an_object_with_time_level_and_event() => Assert.All(fixture.Lines, line =>
    {
        Assert.Equal(JsonValueKind.Object, line.ValueKind);
        Assert.Matches(Utc(), line.GetProperty("time").GetString());
        Assert.Contains(line.GetProperty("level").GetString(), new[] { "debug", "information", "warning", "error" });
        Assert.NotEmpty(line.GetProperty("event").GetString()!);
    });

    [Theory]
    [InlineData("connected", "message")]
    [InlineData("run", "work durationMs")]
    [InlineData("pass", "mapping direction runId durationMs")]
    [InlineData("page", "mapping direction runId records durationMs")]
    [InlineData("record", "mapping direction runId action")]
    [InlineData("request", "system method url status clientRequestId serviceIds durationMs")]
    [InlineData("decision", "message")]
    [InlineData("error", "mapping errorId message nextStep")]
    public void Lines_of_an_event_have_the_members_that_are_documented_for_it(string name, string members)
    {
        var lines = fixture.Of(name);

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.All(members.Split(' '), member => Assert.True(line.TryGetProperty(member, out _), $"{member} in {line}")));
    }

    [Fact]
    public void No_line_has_a_member_or_an_event_that_is_not_documented()
    {
        var document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "log-format.md"));

        Assert.All(fixture.Lines, line =>
        {
            Assert.Contains($"| `{line.GetProperty("event").GetString()}` |", document, StringComparison.Ordinal);
            Assert.All(line.EnumerateObject(), member => Assert.Contains($"`{member.Name}`", document, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_record_is_named_by_its_ids() => Assert.All(
        fixture.Of("record").Where(line => line.GetProperty("action").GetString() == "Created"),
        line => Assert.True(line.GetProperty("bcId").TryGetGuid(out _) && line.GetProperty("salesId").TryGetGuid(out _)));

    [Fact]
    public void Numbers_do_not_depend_on_the_language_of_the_machine() => Assert.All(
        fixture.Of("request"), line => Assert.True(line.GetProperty("durationMs").GetDouble() >= 0));

    [Fact]
    public void Only_the_owner_may_read_the_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, fixture.Mode);
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_said_in_one_line()
    {
        var run = await HostRun.OfAsync("demo", "--log", Path.Combine(Path.GetTempPath(), "no-such-folder", "log.jsonl"));

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("demo: ", run.Errors, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    private static partial Regex Utc();
}
