using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>Whatever people type on both sides, repeated runs come to rest, and at rest both sides agree or the pair is reported.</summary>
public sealed class ConvergenceTests
{
    private const int Runs = 4;
    private static readonly string[] Reading = ["GET"];

    [Theory]
    [InlineData(UpdateConflictPolicy.Fail, ConflictScope.Field, 11)]
    [InlineData(UpdateConflictPolicy.SendToSales, ConflictScope.Field, 12)]
    [InlineData(UpdateConflictPolicy.GetFromSales, ConflictScope.Field, 13)]
    [InlineData(UpdateConflictPolicy.NewerWins, ConflictScope.Field, 14)]
    [InlineData(UpdateConflictPolicy.Fail, ConflictScope.Record, 21)]
    [InlineData(UpdateConflictPolicy.SendToSales, ConflictScope.Record, 22)]
    [InlineData(UpdateConflictPolicy.GetFromSales, ConflictScope.Record, 23)]
    [InlineData(UpdateConflictPolicy.NewerWins, ConflictScope.Record, 24)]
    public async Task Edits_on_both_sides_come_to_rest_in_agreement_or_as_a_reported_pair(UpdateConflictPolicy policy, ConflictScope scope, int seed)
    {
        var number = 0;
        foreach (var days in Edit.Days(seed, 12))
        {
            await using var world = await SyncWorld.OpenAsync($"scale:{Edit.Customers}");
            var customers = await CoupledCustomers.OpenAsync(world, policy, scope);
            foreach (var edits in days)
            {
                await customers.TypeAsync(edits);
                var results = await ComeToRestAsync(world);
                Assert.All(results, result => Assert.True(
                    policy is UpdateConflictPolicy.Fail && result.Action is (SyncAction.Conflict or SyncAction.Skipped), $"seed {seed}, sample {number}: {result}"));
            }

            var differences = await customers.DifferencesAsync();
            var reported = await customers.ReportedAsync();
            Assert.All(differences, pair => Assert.True(
                reported.Contains(pair.Key), $"seed {seed}, sample {number}: {string.Join(", ", pair)}\n{string.Join('\n', days.Select(edits => string.Join(' ', edits.AsEnumerable())))}"));
            if (policy is not UpdateConflictPolicy.Fail)
                Assert.Empty(differences);
            number++;
        }
    }

    // At rest nothing is written any more; a pair in conflict may be reported once more until it is parked.
    private static async Task<List<BcSyncResult>> ComeToRestAsync(SyncWorld world)
    {
        for (var run = 1; run <= Runs; run++)
            await world.RunAsync("CUSTOMER");
        await world.Desk.ResetRequestsAsync();
        var results = await world.RunAsync("CUSTOMER");
        Assert.DoesNotContain(await world.Desk.RequestsAsync(), count => count.Set != "$batch" && !Reading.Contains(count.Method));
        return results;
    }
}
