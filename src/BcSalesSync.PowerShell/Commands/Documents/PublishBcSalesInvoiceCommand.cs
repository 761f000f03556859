using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>
/// Creates posted invoices of Business Central in Sales, with their lines, amounts and payment state. They travel together, so that a hundred
/// cost few requests. An invoice that is there already is left as it is.
/// </summary>
[Cmdlet(VerbsData.Publish, "BcSalesInvoice", SupportsShouldProcess = true)]
[OutputType(typeof(BcDocumentResult))]
public sealed class PublishBcSalesInvoiceCommand : ConnectedCommand
{
    private const int ChunkSize = 100;
    private const string Deed = "Create Invoice in Dynamics 365 Sales";

    private readonly List<Guid> ids = [];
    private readonly List<string> numbers = [];
    private readonly Dictionary<string, object> inputs = new(StringComparer.OrdinalIgnoreCase);
    private bool named;

    /// <summary>Number of the posted invoice.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("No", "Number", "InvoiceNo")]
    public string[]? BcNo { get; set; }

    /// <summary>SystemId of the posted invoice.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SystemId")]
    public string? BcId { get; set; }

    /// <summary>Object from the pipeline whose properties name the invoice.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Gathers the invoices that are named.</summary>
    protected override void ProcessRecord()
    {
        string[] given = [.. (BcNo ?? []).Where(number => !string.IsNullOrWhiteSpace(number)).Select(number => number.Trim())];
        if (!string.IsNullOrWhiteSpace(BcId))
            AddId(BcId.Trim());
        else if (given.Length > 0)
            AddNumbers(given);
        else if (InputObject is not null)
            Streams.Error(NotNamed());
        named |= InputObject is not null;
        if (ids.Count + numbers.Count >= ChunkSize)
            Flush();
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (ids.Count + numbers.Count > 0)
            Flush();
        else if (!named)
            Streams.Error(NotNamed());
    }

    private void AddId(string text)
    {
        named = true;
        if (!Guid.TryParse(text, out var id))
        {
            Streams.Error(Refuse(
                "BcSync.Input.InvalidId", $"The field BcId holds '{text}', which is not an id.",
                "Give a GUID, or leave the field empty and give the number.", InputObject));
            return;
        }

        ids.Add(id);
        Remember(id.ToString());
    }

    private void AddNumbers(string[] given)
    {
        named = true;
        foreach (var number in given)
        {
            numbers.Add(number);
            Remember(number);
        }
    }

    private CommandError NotNamed() => Refuse(
        "BcSync.Input.InvoiceMissing", "No posted invoice is named: BcNo and BcId are both empty.",
        "Give -BcNo. What belongs to orders of Sales is sent by the job POSTEDSALESINV-INV: Invoke-BcSyncSchedule.", InputObject);

    private void Remember(string name)
    {
        if (InputObject is not null)
            inputs[name] = InputObject;
    }

    private void Flush()
    {
        var request = new InvoiceRequest { BcIds = [.. ids], BcNos = [.. numbers] };
        ids.Clear();
        numbers.Clear();
        if (Streams.IsWhatIf || Streams.IsOn("Confirm"))
        {
            request = new InvoiceRequest { BcNos = Accepted(request) };
            if (!request.Names)
                return;
        }
        else if (!Streams.ShouldProcess(Describe(request), Deed))
        {
            return;
        }

        Run(async (pump, cancellation) =>
        {
            await foreach (var result in Session.Documents.PublishInvoicesAsync(request, pump, cancellation))
            {
                pump.Output(result);
                if (result.Error is not null)
                    pump.Error(CommandError.From(result.Error, InputOf(result)));
            }
        });
    }

    // What each invoice would come to, and which of them the shell agrees with.
    private List<string> Accepted(InvoiceRequest request)
    {
        var plans = new List<BcDocumentResult>();
        Run(async (pump, cancellation) =>
        {
            await foreach (var plan in Session.Documents.PublishInvoicesAsync(request with { Preview = true }, pump, cancellation))
                plans.Add(plan);
        });
        var accepted = new List<string>();
        foreach (var plan in plans)
        {
            if (plan.Error is not null)
                Streams.Error(CommandError.From(plan.Error, InputOf(plan)));
            else if (plan.Action is SyncAction.Unchanged)
                Streams.Verbose($"Invoice {plan.BcNo}: {plan.Message}");
            else if (Streams.ShouldProcess($"Invoice {plan.BcNo}", plan.Message is null ? Deed : $"{Deed}. {plan.Message}"))
                accepted.Add(plan.BcNo!);
        }

        return accepted;
    }

    private object InputOf(BcDocumentResult result) =>
        (result.BcNo is { } number && inputs.TryGetValue(number, out var byNumber) ? byNumber : null)
        ?? (result.Error?.BcId is { } id && inputs.TryGetValue(id.ToString(), out var byId) ? byId : null)
        ?? result;

    private static string Describe(InvoiceRequest request)
    {
        var count = request.BcNos.Count + request.BcIds.Count;
        return count > 1 ? $"{count} invoices" : $"Invoice {(request.BcNos is [var first, ..] ? first : request.BcIds[0].ToString())}";
    }
}
