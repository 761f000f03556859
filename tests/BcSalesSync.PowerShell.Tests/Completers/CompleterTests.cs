using System.Collections;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;
using BcSalesSync.PowerShell.Tests.Doubles;

namespace BcSalesSync.PowerShell.Tests.Completers;

public sealed class CompleterTests
{
    private static readonly Hashtable Nothing = [];
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("cu", new[] { "CUSTOMER", "CURRENCY" })]
    [InlineData("'CUR", new[] { "CURRENCY" })]
    [InlineData("x", new string[0])]
    public void Names_that_begin_with_the_word_are_offered(string word, string[] offered) =>
        Assert.Equal(offered, Candidates.For(word, ["CUSTOMER", "CURRENCY", "CONTACT"]));

    [Theory]
    [InlineData("de", "DeleteRow")]
    [InlineData("Clock", "Clock")]
    public void Sandbox_events_are_completed(string word, string expected)
    {
        var results = new EventTypeCompleter().CompleteArgument("Invoke-BcSandboxEvent", "Type", word, null!, new Hashtable());

        Assert.Equal([expected], results.Select(result => result.CompletionText));
    }

    [Fact]
    public void Names_with_blanks_are_quoted() => Assert.Equal(["'it''s here'"], Candidates.For(null, ["it's here"]));

    [Fact]
    public void Mappings_of_the_connection_are_offered()
    {
        var session = new FakeSession { Mappings = [Samples.Mapping("CUSTOMER"), Samples.Mapping("CONTACT")] };

        Assert.Equal(["CUSTOMER", "CONTACT"], new MappingNameCompleter { Patience = Long }.NamesOf(session, "Mapping", Nothing));
    }

    [Theory]
    [InlineData("BcField", "displayName")]
    [InlineData("SalesField", "name")]
    public void Fields_of_the_side_and_mapping_at_hand_are_offered(string parameter, string offered)
    {
        var session = new FakeSession
        {
            Fields =
            [
                new BcFieldMapping { Mapping = "CUSTOMER", BcField = "displayName", SalesField = "name", Direction = SyncDirection.Both },
            ],
        };

        var names = new FieldNameCompleter { Patience = Long }.NamesOf(session, parameter, new Hashtable { ["Mapping"] = "CUSTOMER" });

        Assert.Equal([offered], names);
        Assert.Equal(("CUSTOMER", (string?)null), session.Calls.Single().Argument);
    }

    [Theory]
    [InlineData("BcField", SystemSide.BusinessCentral)]
    [InlineData("BcNameField", SystemSide.BusinessCentral)]
    [InlineData("SalesField", SystemSide.Sales)]
    public void Columns_of_the_mapping_at_hand_are_offered_mapped_or_not(string parameter, SystemSide side)
    {
        var session = new FakeSession { MappingEditor = { Names = ["city", "code"] } };

        var names = new ColumnNameCompleter { Patience = Long }.NamesOf(session, parameter, new Hashtable { ["Name"] = new[] { "REGION" } });

        Assert.Equal(["city", "code"], names);
        Assert.Equal(("REGION", side), session.Calls.Single().Argument);
    }

    [Theory]
    [InlineData("BcTable", SystemSide.BusinessCentral)]
    [InlineData("SalesTable", SystemSide.Sales)]
    public void Tables_of_the_side_are_offered(string parameter, SystemSide side)
    {
        var session = new FakeSession { MappingEditor = { Names = ["account"] } };

        Assert.Equal(["account"], new TableNameCompleter { Patience = Long }.NamesOf(session, parameter, Nothing));
        Assert.Equal(side, session.Calls.Single().Argument);
    }

    [Fact]
    public void Transformations_are_offered_in_quotes_where_they_need_them()
    {
        var session = new FakeSession { MappingEditor = { Names = ["Trim", "Substring(start,length)"] } };

        var names = new TransformationCompleter { Patience = Long }.NamesOf(session, "Transformation", Nothing);

        Assert.Equal(["'Substring(start,length)'"], Candidates.For("sub", names));
    }

    [Fact]
    public void A_failing_connection_offers_nothing()
    {
        var session = new FakeSession { Before = (_, _) => throw new SyncException(Samples.Error()) };

        Assert.Empty(new MappingNameCompleter { Patience = Long }.NamesOf(session, "Mapping", Nothing));
    }

    [Fact]
    public void A_connection_that_hangs_is_not_waited_for()
    {
        var session = new FakeSession { Before = (_, _) => Task.Delay(Timeout.Infinite, CancellationToken.None) };

        Assert.Empty(new MappingNameCompleter { Patience = TimeSpan.Zero }.NamesOf(session, "Mapping", Nothing));
    }

    [Fact]
    public void Completing_never_fails() =>
        Assert.Empty(new MappingNameCompleter().CompleteArgument("Get-BcCoupling", "Mapping", "C", null!, null!));
}
