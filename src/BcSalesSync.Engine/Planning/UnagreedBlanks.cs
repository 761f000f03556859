using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Planning;

/// <summary>
/// What both sides of a document have never agreed upon, and one of them leaves blank, counts as filled in by the other: documents are coupled
/// where one was made of the other, so that nobody has taken a value away. Pure.
/// </summary>
internal static class UnagreedBlanks
{
    /// <summary>The candidate with such fields as blank on both sides when they were last synchronised.</summary>
    public static Candidate Settle(PassDefinition pass, Candidate candidate)
    {
        if (candidate is not { Coupling: { } coupling, Counterpart: { } counterpart })
            return candidate;
        var (source, destination) = (ValuesOf(coupling.On(pass.Source)), ValuesOf(coupling.On(pass.Destination)));
        var settled = false;
        foreach (var field in pass.Fields.Where(field => field is { TwoWay: true, Source: not null }))
        {
            var isAgreed = source.ContainsKey(field.Source!) || destination.ContainsKey(field.Destination.Name);
            if (isAgreed || !(candidate.Source[field.Source!].IsEmpty || counterpart[field.Destination.Name].IsEmpty))
                continue;
            source[field.Source!] = destination[field.Destination.Name] = FieldValue.Empty;
            settled = true;
        }

        return !settled ? candidate : candidate with
        {
            Coupling = pass.Source is Contracts.SystemSide.BusinessCentral
                ? coupling with { Bc = With(coupling.Bc, source), Sales = With(coupling.Sales, destination) }
                : coupling with { Sales = With(coupling.Sales, source), Bc = With(coupling.Bc, destination) },
        };
    }

    private static Dictionary<string, FieldValue> ValuesOf(SideState? side) => side is null ? [] : new Dictionary<string, FieldValue>(side.Values);

    private static SideState With(SideState? side, Dictionary<string, FieldValue> values) =>
        side is null ? new SideState { Values = values } : side with { Values = values };
}
