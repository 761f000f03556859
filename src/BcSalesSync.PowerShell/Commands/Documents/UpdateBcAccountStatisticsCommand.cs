using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>
/// Sends balance, sales, overdue amounts and the other figures of customers to the account statistics in Sales, and the payment states of their
/// invoices: of the customers that are named, or of all that are coupled.
/// </summary>
[Cmdlet(VerbsData.Update, "BcAccountStatistics", SupportsShouldProcess = true)]
[OutputType(typeof(BcStatisticsResult))]
public sealed class UpdateBcAccountStatisticsCommand : RecordCommand
{
    private readonly List<Guid> ids = [];
    private readonly List<string> numbers = [];
    private bool named;

    /// <summary>Gathers the customers that are named: they travel together.</summary>
    protected override void ProcessRecord()
    {
        foreach (var row in ReadRows().Select(RequireRecord))
        {
            named |= row.NamesRecord || row.Input is not null;
            if (row.Error is not null)
                Streams.Error(row.Error);
            else if (row.Selector.BcId is { } id)
                ids.Add(id);
            else if (row.Selector.BcNo is { } number)
                numbers.Add(number);
            else if (row.NamesRecord)
                Streams.Error(Refuse("BcSync.Input.CustomerMissing", "No customer is named.", "Give -BcNo or -BcId.", row.Input));
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        var request = new StatisticsRequest { BcIds = ids, BcNos = numbers };
        if ((!request.Names && (named || !AsksForAll)) || !Streams.ShouldProcess(Describe(request), "Update account statistics"))
            return;
        Run(async (pump, cancellation) =>
        {
            await foreach (var result in Session.Documents.UpdateStatisticsAsync(request, pump, cancellation))
            {
                pump.Output(result);
                if (result.Error is not null)
                    pump.Error(CommandError.From(result.Error, result));
            }
        });
    }

    private static string Describe(StatisticsRequest request) => (request.BcNos.Count + request.BcIds.Count) switch
    {
        0 => "All coupled customers",
        1 => $"Customer {(request.BcNos is [var number, ..] ? number : request.BcIds[0].ToString())}",
        var count => $"{count} customers",
    };
}
