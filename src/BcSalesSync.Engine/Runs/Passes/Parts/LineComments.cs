using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating.Orders;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Passes.Parts;

/// <summary>
/// Comment lines for the text of lines that sellers add to an order which Business Central has already, as an order gets them that is taken over
/// (spec/documents.md 1.8). New lines are numbered here, so that their comments can follow and name them.
/// </summary>
internal sealed class LineComments(EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings)
{
    private const string Text = "description";
    private const string Sequence = "sequence";
    private const int Longest = 100;
    private const int Step = 10000;
    private readonly OrderLineProducts products = new(endpoints, mappings, couplings);

    /// <summary>Loads what the new lines sell.</summary>
    public Task LoadAsync(IEnumerable<PartsPlan> plans, CancellationToken cancellationToken) =>
        products.LoadAsync([.. plans.SelectMany(plan => plan.Actions).Where(IsNew).Select(action => action.Candidate)], cancellationToken);

    /// <summary>The parts with numbers for the new lines and their comment lines.</summary>
    /// <param name="plan">The parts.</param>
    /// <param name="document">SystemId of the document.</param>
    /// <param name="company">SystemId of the company.</param>
    public PartsPlan AddTo(PartsPlan plan, Guid document, Guid company)
    {
        var last = (int)(plan.Held.Max(line => line[Sequence].AsNumber()) ?? 0);
        var places = new Dictionary<PlannedAction, int>();
        var comments = new List<LoosePart>();
        foreach (var line in plan.Actions.Where(IsNew))
        {
            var own = places[line] = last += Step;
            foreach (var text in TextOf(line.Candidate.Source, plan.Pass.DestinationTable).Comments)
                comments.Add(Comment(plan.Pass, document, company, line.Candidate.Source.Id, own, last += Step, text));
        }

        return comments.Count == 0 ? plan : plan with { Places = places, Loose = [.. plan.Loose, .. comments] };
    }

    private static bool IsNew(PlannedAction line) => line is { Failure: null, Action: SyncAction.Created };

    private static LoosePart Comment(PassDefinition pass, Guid document, Guid company, Guid line, int own, int place, string text) => new(
        pass.DestinationTable.Name,
        DerivedId.For(company, $"{pass.DestinationTable.Name}/comment/{place - own}", line),
        [
            new(pass.Mapping.Parent!.BcField, FieldValue.Id(document)), new(Sequence, FieldValue.Number(place)), new(Text, FieldValue.Text(text)),
            new("attachedToLineNumber", FieldValue.Number(own)),
        ]);

    private LineText TextOf(Record line, TableSchema table)
    {
        var length = table.Columns.GetValueOrDefault(Text)?.MaxLength ?? Longest;
        var (description, written) = (line[Text].AsText(), line["productdescription"].AsText());
        return products.IsWrittenIn(line) ? LineText.WrittenIn(description, written, length)
            : LineText.BelowOwn(description, written, products.NameOf(line) ?? string.Empty, length);
    }
}
