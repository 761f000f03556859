using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>
/// A cmdlet that takes documents of Sales over: those that are named or come down the pipeline, or all that wait. They travel together, so that
/// a thousand cost few requests.
/// </summary>
public abstract class DocumentCommand : ConnectedCommand
{
    private const int ChunkSize = 100;

    private readonly List<string> numbers = [];
    private readonly List<Guid> ids = [];
    private readonly Dictionary<string, object> inputs = new(StringComparer.OrdinalIgnoreCase);
    private bool named;

    private protected DocumentCommand()
    {
    }

    /// <summary>Number in Sales. Nothing named means all documents that wait.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[]? Number { get; set; }

    /// <summary>Id of the row in Sales.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OrderId", "QuoteId")]
    public string? SalesId { get; set; }

    /// <summary>Object from the pipeline whose properties name the document.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    private protected abstract DocumentKind Kind { get; }

    /// <summary>What is done, as the shell asks for it.</summary>
    private protected abstract string Deed { get; }

    private protected abstract IAsyncEnumerable<BcDocumentResult> WorkAsync(
        DocumentRequest request, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Gathers the documents that are named.</summary>
    protected override void ProcessRecord()
    {
        named |= InputObject is not null;
        if (InputObject?.BaseObject is BcSalesDocument document && document.Kind != Kind)
        {
            Streams.Error(Refuse(
                "BcSync.Input.OtherKind", $"{document.Kind} {document.Number} is no {Kind.ToString().ToLowerInvariant()}.",
                $"Give documents of Get-BcSalesDocument -Kind {Kind}.", InputObject));
            return;
        }

        if (!string.IsNullOrWhiteSpace(SalesId))
            AddId(SalesId.Trim());
        else
            AddNumbers();
        if (ids.Count + numbers.Count >= ChunkSize)
            Flush();
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (ids.Count + numbers.Count > 0)
            Flush();
        else if (!named && AsksForAll)
            Process(new DocumentRequest());
    }

    // A pipeline in which nothing came, or an empty variable, asks for nothing.
    private bool AsksForAll => !Streams.ReadsPipeline && !Streams.IsGiven(nameof(Number)) && !Streams.IsGiven(nameof(SalesId));

    private void AddId(string text)
    {
        named = true;
        if (Guid.TryParse(text, out var id))
        {
            ids.Add(id);
            Remember(id.ToString());
        }
        else
        {
            Streams.Error(Refuse(
                "BcSync.Input.InvalidId", $"The field SalesId holds '{text}', which is not an id.",
                "Give a GUID, or leave the field empty and give the number.", InputObject));
        }
    }

    private void AddNumbers()
    {
        string[] given = [.. (Number ?? []).Where(number => !string.IsNullOrWhiteSpace(number)).Select(number => number.Trim())];
        named |= given.Length > 0;
        foreach (var number in given)
        {
            numbers.Add(number);
            Remember(number);
        }

        if (given.Length == 0 && InputObject is not null)
        {
            Streams.Error(Refuse(
                "BcSync.Input.DocumentMissing", "No document is named: Number and SalesId are both empty.", "Fill one of these fields.",
                InputObject));
        }
    }

    private void Remember(string name)
    {
        if (InputObject is not null)
            inputs[name] = InputObject;
    }

    private void Flush()
    {
        var request = new DocumentRequest { SalesIds = [.. ids], Numbers = [.. numbers] };
        ids.Clear();
        numbers.Clear();
        Process(request);
    }

    private void Process(DocumentRequest request)
    {
        if (Streams.IsWhatIf || Streams.IsOn("Confirm"))
        {
            var accepted = Accepted(request);
            if (accepted.Count == 0)
                return;
            request = new DocumentRequest { SalesIds = accepted };
        }
        else if (!Streams.ShouldProcess(request.Names ? Describe(request) : $"{Kind}s that wait", Deed))
        {
            return;
        }

        Run(async (pump, cancellation) =>
        {
            await foreach (var result in WorkAsync(request, pump, cancellation))
                Report(pump, result);
        });
    }

    // What each document would come to, and which of them the shell agrees with.
    private List<Guid> Accepted(DocumentRequest request)
    {
        var plans = new List<BcDocumentResult>();
        Run(async (pump, cancellation) =>
        {
            await foreach (var plan in WorkAsync(request with { Preview = true }, pump, cancellation))
                plans.Add(plan);
        });
        var accepted = new List<Guid>();
        foreach (var plan in plans)
        {
            if (plan.Error is not null)
                Streams.Error(CommandError.From(plan.Error, InputOf(plan)));
            else if (plan.Action is SyncAction.Unchanged or SyncAction.Skipped)
                Streams.Verbose(plan.Message ?? $"{Kind} {plan.Number}: nothing to do.");
            else if (Streams.ShouldProcess($"{Kind} {plan.Number}", plan.Message is null ? Deed : $"{Deed}. {plan.Message}"))
                accepted.Add(plan.SalesId!.Value);
        }

        return accepted;
    }

    private void Report(CommandPump pump, BcDocumentResult result)
    {
        pump.Output(result);
        if (result.Error is not null)
            pump.Error(CommandError.From(result.Error, InputOf(result)));
    }

    private object InputOf(BcDocumentResult result) =>
        (result.SalesId is { } id && inputs.TryGetValue(id.ToString(), out var byId) ? byId : null)
        ?? (result.Number is { } number && inputs.TryGetValue(number, out var byNumber) ? byNumber : null)
        ?? result;

    private string Describe(DocumentRequest request)
    {
        var count = request.Numbers.Count + request.SalesIds.Count;
        return count > 1 ? $"{count} {Kind.ToString().ToLowerInvariant()}s"
            : $"{Kind} {(request.Numbers is [var number, ..] ? number : request.SalesIds[0].ToString())}";
    }
}
