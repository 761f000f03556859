using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>Whatever people edit, add, delete, couple and uncouple on both sides, under any rules of the mapping, repeated runs come to rest.</summary>
public sealed class ConvergencePropertyTests
{
    public static IEnumerable<object[]> Lives => LifeMappings.All.SelectMany(
        mapping => Enumerable.Range(31, mapping.Name == "CUSTOMER" ? 8 : 2).Select(seed => new object[] { mapping.Name, seed }));

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task At_rest_pairs_agree_nothing_is_doubled_and_no_lost_value_is_unrecorded(string mapping, int seed)
    {
        var number = 0;
        var done = 0;
        foreach (var life in Life.Sample(seed, mapping == "CUSTOMER" ? 8 : 4))
        {
            done += await LiveAsync(LifeMappings.All.Single(row => row.Name == mapping), life, $"{mapping}, seed {seed}, life {number}");
            number++;
        }

        Assert.True(done > number, $"{done} things were done in {number} lives.");
    }

    private static async Task<int> LiveAsync(LifeMapping mapping, Life life, string name)
    {
        await using var people = await LifeWorld.OpenAsync(mapping, life);
        var rested = await people.PictureAsync();
        IReadOnlyDictionary<Guid, LifePicture> drifted = new Dictionary<Guid, LifePicture>();
        foreach (var day in life.Days)
        {
            await people.LiveAsync(day);
            var before = await people.PictureAsync();
            var (lost, last) = await people.RestAsync();
            var after = await people.PictureAsync();

            var rules = new LifeRules(mapping, life, rested, before, after, people.Touched, drifted, lost);
            Assert.True(!rules.Broken().Any(), $"{name}, day {Array.IndexOf(life.Days, day)}: {string.Join('\n', rules.Broken())}\n{life}");
            Assert.All(last, result => Assert.NotEqual(SyncAction.Updated, result.Action));
            drifted = rules.DriftedNow();
            rested = after;
        }

        return people.Done;
    }
}
