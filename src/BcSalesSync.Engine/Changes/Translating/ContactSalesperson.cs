using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>
/// The salesperson of an opportunity that is being created in Business Central, where teams own rows in Sales: that of its contact. Without
/// one the opportunity would be refused, time and again.
/// </summary>
internal sealed class ContactSalesperson(EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings) : IComputation
{
    private const string MappingName = "CONTACT";
    private const string Contact = "parentcontactid";
    private const string Code = "salespersonCode";
    private static readonly string[] Columns = [Code, "number"];
    private readonly Dictionary<Guid, Record> contacts = [];

    /// <inheritdoc/>
    public string Name => "ContactSalesperson";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        var wanted = candidates.Where(candidate => candidate.LacksCounterpart).Select(ContactOf).OfType<Guid>().Distinct()
            .Where(id => !contacts.ContainsKey(id)).ToArray();
        if (wanted.Length == 0 || mappings.Find(MappingName) is not { } mapping)
            return;
        var schema = await endpoints.BusinessCentral.GetSchemaAsync(mapping.BcTable, cancellationToken).ConfigureAwait(false);
        if (schema?.Columns.ContainsKey(Code) is not true)
            return;
        var coupled = await couplings.FindBySalesIdAsync(mapping.Family, wanted, cancellationToken).ConfigureAwait(false);
        var rows = await endpoints.BusinessCentral
            .ReadByIdAsync(mapping.BcTable, Columns, [.. coupled.Select(coupling => coupling.BcId)], cancellationToken)
            .ConfigureAwait(false);
        var byId = rows.ToDictionary(row => row.Id);
        foreach (var coupling in coupled)
            contacts[coupling.SalesId] = byId.GetValueOrDefault(coupling.BcId) ?? NotThere(coupling);
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate)
    {
        if (ContactOf(candidate) is not { } id || !contacts.TryGetValue(id, out var contact))
            return Translation.LeaveAlone;
        return contact[Code].IsEmpty ? Translation.Failed(Missing(contact)) : Translation.To(contact[Code]);
    }

    // Gone, or planned only: there is no salesperson to be had.
    private static Record NotThere(CouplingState coupling) => new()
    {
        Id = coupling.BcId,
        Values = new Dictionary<string, FieldValue> { ["number"] = FieldValue.Text(coupling.BcNo) },
    };

    private static Guid? ContactOf(Candidate opportunity) => opportunity.Source[Contact].AsId();

    private static PlanFailure Missing(Record contact) => new(
        FailureClass.Data,
        "BcSync.Opportunity.NoSalesperson",
        $"Contact {contact["number"]} has no salesperson in Business Central, and an opportunity there cannot be without one.",
        "Enter a salesperson on the contact in Business Central; the opportunity is tried again with the next run.");
}
