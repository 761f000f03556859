using System.Text.RegularExpressions;
using BcSalesSync.Companion.Tests.Al;
using BcSalesSync.Endpoints.BusinessCentral.Changes;
using BcSalesSync.Sandbox;
using BcSalesSync.Sandbox.BusinessCentral.Pages;

namespace BcSalesSync.Companion.Tests.Contract;

public sealed partial class DeletionTests
{
    [Fact]
    public void The_app_logs_deletions_in_exactly_the_tables_that_clients_ask_about()
    {
        var world = SandboxWorld.Create(new SandboxOptions());
        var sets = StandardPages.Make(new PageSources(world.Store, world.Clock)).Concat(SandboxFacts.Pages).Select(page => page.Set.Name);
        var log = AlFile.All.Single(file => file.ObjectName == "BCSS Deletion Log").Text;
        var list = log[log.IndexOf("TableId in [", StringComparison.Ordinal)..];
        var tables = new AlTables();
        Assert.Equal(
            sets.Distinct().Select(TableNumbers.Of).OfType<int>().Order(),
            TableName().Matches(list).Select(match => tables.Numbers[AlFile.Bare(match.Groups[1].Value)]).Order());
    }

    [GeneratedRegex("""Database::("[^"]+"|\w+)""")]
    private static partial Regex TableName();
}
