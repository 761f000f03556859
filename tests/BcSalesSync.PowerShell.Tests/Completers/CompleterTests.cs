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
        Assert.Equal(offered, Typed(word, "CUSTOMER", "CURRENCY", "CONTACT"));

    [Fact]
    public void Names_with_blanks_are_quoted() => Assert.Equal(["'it''s here'"], Typed(null, "it's here"));

    // PowerShell takes them for quotes too.
    [Fact]
    public void Typographic_quotes_do_not_end_a_name() => Assert.Equal(["'Sam\u2019\u2019s bikes'"], Typed(null, "Sam\u2019s bikes"));

    [Fact]
    public void A_name_that_begins_like_a_parameter_is_quoted() => Assert.Equal(["'-50'"], Typed("-", "-50"));

    [Fact]
    public void Nothing_is_offered_twice_and_nothing_without_a_name() => Assert.Equal(["C1"], Typed("", "C1", "", "c1"));

    [Fact]
    public void An_offer_is_listed_and_explained_in_words()
    {
        var offer = Assert.Single(Candidates.For("a", [new Suggestion("a-1", "first of May", "what it did")]));

        Assert.Equal(("a-1", "first of May", "what it did"), (offer.Text, offer.Label, offer.Tip));
    }

    [Fact]
    public void Mappings_of_the_connection_are_offered()
    {
        var session = new FakeSession { Mappings = [Samples.Mapping("CUSTOMER"), Samples.Mapping("CONTACT")] };

        Assert.Equal(["CUSTOMER", "CONTACT"], Offered(new MappingNameCompleter { Patience = Long }, session, "Mapping", Nothing));
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

        var names = Offered(new FieldNameCompleter { Patience = Long }, session, parameter, new Hashtable { ["Mapping"] = "CUSTOMER" });

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

        var names = Offered(new ColumnNameCompleter { Patience = Long }, session, parameter, new Hashtable { ["Name"] = new[] { "REGION" } });

        Assert.Equal(["city", "code"], names);
        Assert.Equal(("REGION", side), session.Calls.Single().Argument);
    }

    [Theory]
    [InlineData("BcTable", SystemSide.BusinessCentral)]
    [InlineData("SalesTable", SystemSide.Sales)]
    public void Tables_of_the_side_are_offered(string parameter, SystemSide side)
    {
        var session = new FakeSession { MappingEditor = { Names = ["account"] } };

        Assert.Equal(["account"], Offered(new TableNameCompleter { Patience = Long }, session, parameter, Nothing));
        Assert.Equal(side, session.Calls.Single().Argument);
    }

    [Fact]
    public void Transformations_are_offered_in_quotes_where_they_need_them()
    {
        var session = new FakeSession { MappingEditor = { Names = ["Trim", "Substring(start,length)"] } };

        var names = Offered(new TransformationCompleter { Patience = Long }, session, "Transformation", Nothing);

        Assert.Equal(["'Substring(start,length)'"], Typed("sub", [.. names]));
    }

    [Fact]
    public void A_failing_connection_offers_nothing()
    {
        var session = new FakeSession { Before = (_, _) => throw new SyncException(Samples.Error()) };

        Assert.Empty(Offered(new MappingNameCompleter { Patience = Long }, session, "Mapping", Nothing));
    }

    [Fact]
    public void A_connection_that_hangs_is_not_waited_for()
    {
        var session = new FakeSession { Before = (_, _) => Task.Delay(Timeout.Infinite, CancellationToken.None) };

        Assert.Empty(Offered(new MappingNameCompleter { Patience = TimeSpan.Zero }, session, "Mapping", Nothing));
    }

    [Fact]
    public void Completing_never_fails() =>
        Assert.Empty(new MappingNameCompleter().CompleteArgument("Get-BcCoupling", "Mapping", "C", null!, null!));

    private static string[] Typed(string? word, params string[] names) =>
        [.. Candidates.For(word, names.Select(name => (Suggestion)name)).Select(offer => offer.Text)];

    private static string[] Offered(NameCompleter completer, FakeSession session, string parameter, Hashtable given) =>
        [.. completer.SuggestionsFor(session, new CompletionQuestion("Get-BcCoupling", parameter, "", given)).Select(offer => offer.Text)];
}
