using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>Writes of somebody who may have to stop at any moment: a page takes several requests, and the moment may come between two.</summary>
public sealed class GuardedWriteTests
{
    private const string Answered = """{"id":"5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01","number":"C00120"}""";

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Batches_are_sent_until_the_guard_refuses_one(int allowed)
    {
        using var company = new ScriptedCompany(
            request => Batches.Answer(request, _ => (201, Answered)), change: options => options with { BatchSize = 2 });

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => company.Endpoint.WriteGuardedAsync("customers", [.. Enumerable.Range(1, 9).Select(Create)], new CountedGuard(allowed), default));

        Assert.Equal(allowed, company.Sent.Count);
    }

    [Fact]
    public async Task Units_are_sent_until_the_guard_refuses_one()
    {
        using var company = new ScriptedCompany(request => Batches.Answer(request, _ => (201, Answered)));
        WriteUnit[] units = [.. Enumerable.Range(1, 5).Select(number => new WriteUnit([new UnitWrite("customers", Create(number))]))];

        await Assert.ThrowsAsync<InvalidOperationException>(() => company.Endpoint.WriteUnitsGuardedAsync(units, new CountedGuard(3), default));

        Assert.Equal(3, company.Sent.Count);
    }

    [Fact]
    public async Task A_guard_that_lets_everything_through_changes_nothing()
    {
        using var company = new ScriptedCompany(
            request => Batches.Answer(request, _ => (201, Answered)), change: options => options with { BatchSize = 2 });

        var outcomes = await company.Endpoint.WriteGuardedAsync(
            "customers", [.. Enumerable.Range(1, 9).Select(Create)], new CountedGuard(5), default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal((9, 5), (outcomes.Count, company.Sent.Count));
    }

    private static RecordWrite Create(int number) => new()
    {
        Kind = WriteKind.Create,
        Values = [new("displayName", FieldValue.Text($"Customer {number}"))],
    };
}
