using BcSalesSync.Contracts;
using BcSalesSync.Engine.FullSync;
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
        Assert.Equal("SALESPRC-PRODPRICE", LineOrder.Next(lines)!.Mapping);
    }
}
