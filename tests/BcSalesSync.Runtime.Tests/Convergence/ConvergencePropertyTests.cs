using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>Whatever people edit, add, delete, couple and uncouple on both sides, under any rules of the mapping, repeated runs come to rest.</summary>
public sealed class ConvergencePropertyTests
{
    private const int Lives = 8;

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(34)]
    [InlineData(35)]
    [InlineData(36)]
    [InlineData(37)]
    [InlineData(38)]
    public async Task At_rest_pairs_agree_nothing_is_doubled_and_no_lost_value_is_unrecorded(int seed)
    {
        var number = 0;
        foreach (var life in Life.Sample(seed, Lives))
        {
            await using var world = await SyncWorld.OpenAsync($"scale:{Edit.Customers}");
            var people = await LifeWorld.OpenAsync(world, life);
            var rested = await people.PictureAsync();
            foreach (var day in life.Days)
            {
                await people.LiveAsync(day);
                var before = await people.PictureAsync();
                var (lost, last) = await people.RestAsync();
                var after = await people.PictureAsync();

                var rules = new LifeRules(life, rested, before, after, people.Touched, lost);
                Assert.True(!rules.Broken().Any(), $"seed {seed}, life {number}, day {Array.IndexOf(life.Days, day)}: {string.Join('\n', rules.Broken())}\n{life}");
                Assert.All(last, result => Assert.NotEqual(SyncAction.Updated, result.Action));
                rested = after;
            }

            number++;
        }
    }
}
