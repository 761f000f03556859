using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Passes.Parts;

/// <summary>The parts of one record on both sides and the couplings between them. Pure.</summary>
internal sealed class PartGround
{
    private const string LineNumber = "bcbi_businesscentrallinenumber";
    private const string Sequence = "sequence";
    private const string Product = "OrderLineProduct";
    private const string ProductType = "OrderLineType";
    private readonly PassDefinition pass;
    private readonly IReadOnlyList<Record> held;
    private readonly IReadOnlyList<CouplingState> gone;
    private readonly bool isFirst;
    private readonly Guid company;

    /// <summary>Puts the parts of a record together.</summary>
    /// <param name="pass">The pass of the parts.</param>
    /// <param name="sources">Parts of the source that the mapping looks at.</param>
    /// <param name="held">All parts of the destination.</param>
    /// <param name="couplings">Couplings of the parts, also of other records.</param>
    /// <param name="company">SystemId of the company.</param>
    public PartGround(
        PassDefinition pass, IReadOnlyList<Record> sources, IReadOnlyList<Record> held, PartCouplings couplings, Guid company)
    {
        (this.pass, this.held, this.company) = (pass, held, company);
        var byHeld = held.ToDictionary(part => part.Id);
        var present = sources.Select(part => part.Id).ToHashSet();
        CouplingState[] ofHeld = [.. held.Select(part => couplings.OfDestination(part.Id)).OfType<CouplingState>()];
        gone = [.. ofHeld.Where(coupling => !present.Contains(coupling.IdOn(pass.Source)))];
        isFirst = ofHeld.Length == 0 && !sources.Any(part => couplings.OfSource(part.Id) is not null);
        var all = sources.Select(part => couplings.OfSource(part.Id) is { } coupling
            ? new Candidate { Source = part, Coupling = coupling, Counterpart = byHeld.GetValueOrDefault(coupling.IdOn(pass.Destination)) }
            : new Candidate { Source = part }).ToArray();
        HasGoneCounterparts = all.Any(IsLeft);
        Candidates = [.. all.Where(candidate => !IsLeft(candidate))];
    }

    /// <summary>Parts of the source that have to be decided on.</summary>
    public IReadOnlyList<Candidate> Candidates { get; }

    /// <summary>True when counterparts of parts are gone: the other direction takes the parts away (spec/documents.md 2.1).</summary>
    public bool HasGoneCounterparts { get; }

    /// <summary>What becomes of the parts.</summary>
    public PartsPlan Plan(PlanPolicy policy, ITranslator translator)
    {
        var free = held.Where(part => Candidates.All(candidate => candidate.Counterpart?.Id != part.Id)
            && gone.All(coupling => coupling.IdOn(pass.Destination) != part.Id)).ToList();
        var lenient = policy with { MayCreate = true, OnlyCoupled = false, Explicit = false };
        var actions = new List<PlannedAction>(Candidates.Count);
        foreach (var candidate in Candidates)
        {
            var match = candidate.Coupling is null ? free.Find(part => Fits(candidate, part, translator)) : null;
            if (match is not null)
                free.Remove(match);
            actions.Add(Plan(candidate with { Match = match }, lenient, translator));
        }

        return new PartsPlan(pass, actions) { Gone = gone, Held = held };
    }

    private static bool IsLeft(Candidate candidate) => candidate is { Coupling: not null, Counterpart: null };

    // What an unfinished run left behind, what Business Central numbered, or, as long as none is coupled, the next that sells the same.
    private bool Fits(Candidate candidate, Record part, ITranslator translator)
    {
        if (part.Id == DerivedId.For(company, pass.DestinationTable.Name, candidate.Source.Id)
            || candidate.Source.Id == DerivedId.For(company, pass.SourceTable.Name, part.Id))
            return true;
        var (bc, sales) = pass.Source is SystemSide.BusinessCentral ? (candidate.Source, part) : (part, candidate.Source);
        if (!pass.DestinationFilter.Matches(part))
            return false;
        return sales[LineNumber].AsNumber() is { } number ? number == bc[Sequence].AsNumber()
            : isFirst && pass.Fields.Where(field => field.Row.Computed is Product or ProductType)
                .All(field => FieldEquality.Same(translator.Translate(field, candidate).Value, part[field.Destination.Name]));
    }

    // Business Central works a line out anew when its quantity changes, so that whatever else was agreed upon is given along.
    private PlannedAction Plan(Candidate candidate, PlanPolicy policy, ITranslator translator)
    {
        var plan = WithParent(Planner.Plan(pass, candidate, policy, translator));
        if (pass.Destination is not SystemSide.BusinessCentral || plan is not { Failure: null, Action: SyncAction.Updated, Values.Count: > 0 })
            return plan;
        var whole = WithParent(Planner.Plan(pass, candidate, policy with { Rewrite = true }, translator));
        var changed = plan.Values.Select(value => value.Field.Destination.Name).ToHashSet();
        return whole with
        {
            Values = [.. whole.Values.Where(value => !value.Field.Row.BuiltIn || changed.Contains(value.Field.Destination.Name))],
        };
    }

    private PlannedAction WithParent(PlannedAction plan)
    {
        var parent = pass.Mapping.Parent!;
        var (source, destination) = pass.Source is SystemSide.BusinessCentral
            ? (parent.BcField, parent.SalesField!) : (parent.SalesField!, parent.BcField);
        return plan with
        {
            AgreedSource = new Dictionary<string, FieldValue>(plan.AgreedSource) { [source] = plan.Candidate.Source[source] },
            AgreedDestination = plan.Candidate.Counterpart is { } counterpart
                ? new Dictionary<string, FieldValue>(plan.AgreedDestination) { [destination] = counterpart[destination] } : plan.AgreedDestination,
        };
    }
}
