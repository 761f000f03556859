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

    private static IReadOnlyList<string> SideBySide(IReadOnlyList<BcFullSyncLine> lines)
    {
        var setup = MappingSamples.Person;
        var mappings = new MappingSet(DefaultMappings.For(setup), setup);
        var underWay = new List<string>();
        while (LineOrder.Next(lines, underWay, mappings) is { } line)
            underWay.Add(line.Mapping);
        return underWay;
    }
}
