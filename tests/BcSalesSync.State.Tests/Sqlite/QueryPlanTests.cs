using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sqlite;
using BcSalesSync.State.Tests.Suites;

namespace BcSalesSync.State.Tests.Sqlite;

/// <summary>Reads go through an index, so that their cost grows with what they find and not with what there is.</summary>
public sealed class QueryPlanTests
{
    private static readonly CouplingState Last = Sample.Coupling(1);

    public static TheoryData<string, string> Lookups => new()
    {
        { SqliteCouplings.ByBcId, "bc_id=? AND family=?" },
        { SqliteCouplings.BySalesId, "sales_id=? AND family=?" },
        { SqliteCouplings.ByBcNo, "couplings_by_number (no_key=?" },
    };

    public static TheoryData<CouplingCondition, string> Points => new()
    {
        { new CouplingCondition { BcId = Sample.Bc(1) }, "(bc_id=?" },
        { new CouplingCondition { SalesId = Sample.Sales(1) }, "(sales_id=?" },
        { new CouplingCondition { BcNo = "C1" }, "no_key=?" },
        { new CouplingCondition { SalesName = "Adatum" }, "couplings_by_sales_name (sales_name_key=?" },
    };

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Lookups_of_couplings_use_the_index_of_their_key(string condition, string index)
    {
        var plan = await PlanAsync(SqliteCouplings.FindStatement(condition), ("$family", Sample.Family), ("$keys", "[]"));

        Assert.Contains(plan, step => step.StartsWith("SEARCH couplings USING INDEX", StringComparison.Ordinal) && step.Contains(index));
        AssertNoScan(plan);
    }

    [Theory]
    [InlineData("CUSTOMER", false, false, "couplings_of_mapping (mapping=? AND (no_key,bc_id,family)>(?,?,?))")]
    [InlineData("CUSTOMER", true, false, "couplings_in_trouble (mapping=? AND (no_key,bc_id,family)>(?,?,?))")]
    [InlineData("CUSTOMER", false, true, "couplings_in_trouble (mapping=? AND (no_key,bc_id,family)>(?,?,?))")]
    [InlineData("CUSTOMER", true, true, "couplings_in_trouble (mapping=? AND (no_key,bc_id,family)>(?,?,?))")]
    [InlineData(null, false, false, "couplings_by_number ((no_key,bc_id,family)>(?,?,?))")]
    [InlineData(null, true, false, "couplings_by_number ((no_key,bc_id,family)>(?,?,?))")]
    public async Task A_page_of_couplings_begins_where_the_last_one_ended(string? mapping, bool skipped, bool failed, string index)
    {
        var plan = await PlanAsync(mapping, new CouplingCondition { Skipped = skipped, Failed = failed }, Last);

        Assert.Equal($"SEARCH couplings USING INDEX {index}", Assert.Single(plan));
    }

    [Theory]
    [InlineData("CUSTOMER", "SEARCH couplings USING INDEX couplings_of_mapping (mapping=?)")]
    [InlineData(null, "SCAN couplings USING INDEX couplings_by_number")]
    public async Task The_first_page_of_couplings_is_read_in_order_without_sorting(string? mapping, string expected)
    {
        Assert.Equal(expected, Assert.Single(await PlanAsync(mapping, new CouplingCondition(), null)));
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_single_coupling_is_found_by_its_own_index(CouplingCondition condition, string index)
    {
        foreach (var mapping in new[] { "CUSTOMER", null })
        {
            foreach (var last in new[] { Last, null })
            {
                var plan = await PlanAsync(mapping, condition, last);
                Assert.Contains(index, plan[0], StringComparison.Ordinal);
                AssertNoScan(plan);
            }
        }
    }

    [Fact]
    public async Task Counting_reads_the_troubles_alone_but_for_the_number_of_couplings()
    {
        var plan = await PlanAsync(SqliteCouplings.Counts, ("$mapping", "CUSTOMER"));

        AssertNoScan(plan);
        Assert.Equal(2, plan.Count(step => step.Contains("USING COVERING INDEX couplings_in_trouble")));
        Assert.Single(plan, step => step.Contains("USING COVERING INDEX couplings_of_mapping"));
    }

    [Fact]
    public async Task Pending_records_are_found_by_key_and_read_in_the_order_of_their_time()
    {
        var due = await PlanAsync(
            SqlitePending.DueStatement, ("$mapping", "CUSTOMER"), ("$direction", 1), ("$now", 1L), ("$limit", 10));
        Assert.Equal(
            "SEARCH pending USING INDEX pending_due (mapping=? AND direction=? AND next_try<?)", Assert.Single(due));

        var found = await PlanAsync(SqlitePending.FindStatement, ("$mapping", "CUSTOMER"), ("$direction", 1), ("$ids", "[]"));
        Assert.Contains("SEARCH pending USING PRIMARY KEY (mapping=? AND direction=? AND source_id=?)", found);
    }

    [Fact]
    public async Task Waiters_are_found_by_what_they_wait_for()
    {
        var found = await PlanAsync(Waiters.Find, ("$awaited", "CUSTOMER"), ("$side", 1), ("$key", "C1"));
        Assert.Equal(
            "SEARCH waits USING PRIMARY KEY (awaited_mapping=? AND awaited_side=? AND awaited_key=?)", Assert.Single(found));

        foreach (var id in new[] { "bc_id", "sales_id" })
        {
            var unskipped = await PlanAsync(Waiters.Unskip(id), ("$source", "x"), ("$mapping", "CUSTOMER"));
            Assert.Contains($"({id}=?)", Assert.Single(unskipped), StringComparison.Ordinal);
        }
    }

    private static void AssertNoScan(IEnumerable<string> plan) => Assert.DoesNotContain(
        plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.StartsWith("SCAN json_each", StringComparison.Ordinal)
            && step != "SCAN CONSTANT ROW");

    private static Task<List<string>> PlanAsync(string? mapping, CouplingCondition condition, CouplingState? last)
    {
        var filter = new CouplingFilter(mapping, condition, last);
        return PlanAsync(filter.Statement(500), filter.Parameters);
    }

    private static async Task<List<string>> PlanAsync(string statement, params (string Name, object? Value)[] parameters)
    {
        await using var database = await SqliteDatabase.OpenAsync(null, CancellationToken.None);
        return await database.ReadAsync(
            connection => connection.Query($"EXPLAIN QUERY PLAN {statement}", reader => reader.GetString(3), parameters),
            CancellationToken.None);
    }
}
