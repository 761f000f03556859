using BcSalesSync.Contracts;
using BcSalesSync.Engine.FullSync;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Tests.Mappings;
using static BcSalesSync.Engine.Tests.FullSync.LineSamples;

namespace BcSalesSync.Engine.Tests.FullSync;

public sealed class LineOrderTests
{
    [Fact]
    [Trait("Scenario", "FUL-132")]
    public void Exactly_the_lines_whose_dependencies_are_finished_can_start()
    {
        string[] finished = ["CURRENCY", "ITEM-PRODUCT", "UNIT OF MEASURE", "PAYMENT TERMS", "SHIPMENT METHOD", "SHIPPING AGENT", "CUSTPRCGRP-PRICE"];
        BcFullSyncLine[] lines =
        [
            .. finished.Select(name => Line(name, FullSyncStatus.Finished)),
            Line("CUSTOMER", FullSyncStatus.Waiting, "SALESPEOPLE", "CURRENCY", "PAYMENT TERMS", "SHIPMENT METHOD", "SHIPPING AGENT"),
            Line("CONTACT", FullSyncStatus.Waiting, "CUSTOMER", "VENDOR"),
            Line("OPPORTUNITY", FullSyncStatus.Waiting, "CONTACT"),
            Line("SALESPRC-PRODPRICE", FullSyncStatus.Waiting, "CUSTPRCGRP-PRICE", "ITEM-PRODUCT"),
            Line("RESOURCE-PRODUCT", FullSyncStatus.Waiting, "UNIT OF MEASURE"),
            Line("SALESPEOPLE", FullSyncStatus.NotStarted),
        ];

        var ready = lines.Where(line => LineOrder.IsOpen(line) && !LineOrder.Blockers(line, lines).Any()).Select(line => line.Mapping);

        Assert.Equal(["SALESPRC-PRODPRICE", "RESOURCE-PRODUCT", "SALESPEOPLE"], ready);
        Assert.Equal(["SALESPRC-PRODPRICE", "RESOURCE-PRODUCT", "SALESPEOPLE"], SideBySide(lines));
    }

    [Fact]
    public void A_line_whose_dependency_was_left_out_comes_after_what_that_one_depends_on()
    {
        BcFullSyncLine[] lines = [Line("CUSTOMER", FullSyncStatus.NotStarted, "CURRENCY"), Line("OPPORTUNITY", FullSyncStatus.NotStarted, "CONTACT")];

        Assert.Equal(["CUSTOMER"], SideBySide(lines));
        Assert.Equal(["OPPORTUNITY"], SideBySide([lines[0] with { Status = FullSyncStatus.Finished }, lines[1]]));
    }

    [Fact]
    public void What_cannot_run_any_more_holds_up_only_what_depends_on_it_directly()
    {
        BcFullSyncLine[] lines =
        [
            Line("CURRENCY", FullSyncStatus.Failed),
            Line("CUSTOMER", FullSyncStatus.Waiting, "CURRENCY"),
            Line("OPPORTUNITY", FullSyncStatus.NotStarted, "CONTACT"),
        ];

        Assert.Equal(["OPPORTUNITY"], SideBySide(lines));
    }

    [Fact]
    public void Choices_are_edited_by_one_line_at_a_time() => Assert.Equal(
        ["PAYMENT TERMS", "CURRENCY"],
        SideBySide([Line("PAYMENT TERMS", FullSyncStatus.NotStarted), Line("SHIPMENT METHOD", FullSyncStatus.NotStarted), Line("CURRENCY", FullSyncStatus.NotStarted)]));

    [Fact]
    public void Currencies_come_before_what_creates_the_local_one() => Assert.Equal(
        ["CURRENCY"], SideBySide([Line("CURRENCY", FullSyncStatus.NotStarted), Line("ITEM-PRODUCT", FullSyncStatus.NotStarted, "UNIT OF MEASURE")]));

    [Fact]
    public void A_mapping_comes_after_those_that_its_references_are_translated_by()
    {
        var own = new TableMapping
        {
            Name = "VISITS",
            BcTable = "visits",
            SalesTable = "appointment",
            Order = 1_000,
            Fields = [new FieldMapping { BcField = "customerId", SalesField = "regardingobjectid", LookupMapping = "CUSTOMER" }],
        };
        BcFullSyncLine[] lines = [Line("CUSTOMER", FullSyncStatus.NotStarted), Line("VISITS", FullSyncStatus.NotStarted)];

        Assert.Equal(["CUSTOMER"], SideBySide(lines, own));
        Assert.Equal(["VISITS"], SideBySide([lines[0] with { Status = FullSyncStatus.Failed }, lines[1]], own));
    }

    private static IReadOnlyList<string> SideBySide(IReadOnlyList<BcFullSyncLine> lines, params TableMapping[] own)
    {
        var setup = MappingSamples.Person;
        var mappings = new MappingSet([.. DefaultMappings.For(setup), .. own], setup);
        var underWay = new List<string>();
        while (LineOrder.Next(lines, underWay, mappings) is { } line)
            underWay.Add(line.Mapping);
        return underWay;
    }
}
