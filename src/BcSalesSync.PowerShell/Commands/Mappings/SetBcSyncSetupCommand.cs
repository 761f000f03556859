using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Turns the switches that shape the mappings; what is not given stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "BcSyncSetup", SupportsShouldProcess = true)]
[OutputType(typeof(BcSyncSetup))]
public sealed class SetBcSyncSetupCommand : ConnectedCommand
{
    /// <summary>Who owns rows that are created in Sales; the setup begins with Person.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(OwnershipModel))]
    public OwnershipModel? OwnershipModel { get; set; }

    /// <summary>Whether each item and resource has a unit group of its own in Sales.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? UnitGroupMapping { get; set; }

    /// <summary>Whether prices come from price lists instead of customer price groups.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? ExtendedPricing { get; set; }

    /// <summary>How sales orders travel; the setup begins with None.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(SalesOrderIntegration))]
    public SalesOrderIntegration? SalesOrderIntegration { get; set; }

    /// <summary>Whether submitted orders are to be created in Business Central by themselves; needs -SalesOrderIntegration OneWay.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? AutoCreateSalesOrders { get; set; }

    /// <summary>Whether active and won quotes are to be processed in Business Central by themselves.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? AutoProcessQuotes { get; set; }

    /// <summary>Whether the stock of items is to reach Sales as soon as it moves.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? ItemAvailability { get; set; }

    /// <summary>Whether an item or a resource stands for products that sellers write in by hand.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(WriteInProductType))]
    public WriteInProductType? WriteInProductType { get; set; }

    /// <summary>Number of that item or resource; empty for none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? WriteInProductNo { get; set; }

    /// <summary>Number of the G/L account that takes the freight of orders and quotes; empty to take the one set up in Business Central.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? FreightAccountNo { get; set; }

    /// <summary>Whether options of Sales, such as its payment terms, may be added and relabelled.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? OptionChanges { get; set; }

    /// <summary>Whether lines of posted invoices that are text alone are left out in Sales.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? SkipInvoiceComments { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        var change = new SetupChange
        {
            OwnershipModel = OwnershipModel,
            UnitGroupMapping = UnitGroupMapping,
            ExtendedPricing = ExtendedPricing,
            SalesOrderIntegration = SalesOrderIntegration,
            AutoCreateSalesOrders = AutoCreateSalesOrders,
            AutoProcessQuotes = AutoProcessQuotes,
            ItemAvailability = ItemAvailability,
            WriteInProductType = WriteInProductType,
            WriteInProductNo = WriteInProductNo,
            FreightAccountNo = FreightAccountNo,
            OptionChanges = OptionChanges,
            SkipInvoiceComments = SkipInvoiceComments,
        };
        SetupEffect? preview = null;
        Run(async (_, cancellation) => preview = await Session.PreviewSetupAsync(change, cancellation));
        if (preview is null || !Streams.ShouldProcess(Session.Connection.Name, Describe(preview)))
            return;
        Run(async (pump, cancellation) =>
        {
            var effect = await Session.SetSetupAsync(change, cancellation);
            pump.Verbose(Describe(effect));
            foreach (var step in effect.NextSteps)
                pump.Warning(step);
            pump.Output(effect.Setup);
        });
    }

    private static string Describe(SetupEffect effect)
    {
        string?[] consequences =
        [
            effect.Added.Count > 0 ? $"add {string.Join(", ", effect.Added)}" : null,
            effect.Removed.Count > 0 ? $"remove {string.Join(", ", effect.Removed)}" : null,
            effect.TurnedOff.Count > 0 ? $"turn off {string.Join(", ", effect.TurnedOff)}" : null,
            effect.CouplingsRemoved > 0 ? $"remove couplings of these: {effect.CouplingsRemoved}" : null,
        ];
        var said = string.Join("; ", consequences.OfType<string>());
        return said.Length == 0 ? "Change the switches; no mapping comes or goes" : $"Change the switches; {said}";
    }
}
