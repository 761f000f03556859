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
/// The number of the company to which a new contact belongs, where Business Central does not take the customer itself. The company bears
/// the customer's name, and Business Central tells whose it is.
/// </summary>
internal sealed class CompanyContact(EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings) : IComputation
{
    private const string Account = "parentcustomerid";
    private const string Contacts = "contacts";
    private const string DisplayName = "displayName";
    private const string Customer = "customerId";
    private static readonly string[] Parents = ["CUSTOMER", "VENDOR"];
    private static readonly string[] Columns = ["number", "type", Customer];
    private readonly Dictionary<Guid, FieldValue> companies = [];
    private readonly HashSet<Guid> coupled = [];

    /// <inheritdoc/>
    public string Name => "CompanyContact";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        var accounts = candidates.Where(candidate => candidate.LacksCounterpart).Select(AccountOf).OfType<Guid>().Distinct()
            .Where(id => !companies.ContainsKey(id)).ToArray();
        foreach (var mapping in Parents.Select(mappings.Find).OfType<TableMapping>().Where(_ => accounts.Length > 0))
        {
            var pairs = await couplings.FindBySalesIdAsync(mapping.Family, accounts, cancellationToken).ConfigureAwait(false);
            coupled.UnionWith(pairs.Select(pair => pair.SalesId));
            if (mapping.Name == Parents[0] && pairs.Count > 0)
                await FindAsync(mapping, pairs, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate)
    {
        var account = candidate.Source[Account];
        if (account.AsId() is not { } id || !coupled.Contains(id))
            return MissingReference.Of(Account, account, SystemSide.Sales, Parents);
        return companies.TryGetValue(id, out var number) ? Translation.To(number) : Translation.Failed(Unknown);
    }

    private static PlanFailure Unknown { get; } = new(
        FailureClass.Capability,
        "BcSync.Contact.CompanyUnknown",
        "This Business Central does not tell to which company contact the customer or vendor belongs; the companion app adds it.",
        "Create the contact in Business Central and couple it with New-BcCoupling, or install the companion app.");

    private static Guid? AccountOf(Candidate contact) => contact.Source[Account].AsId();

    private async Task FindAsync(TableMapping mapping, IReadOnlyList<CouplingState> pairs, CancellationToken cancellationToken)
    {
        var customers = await endpoints.BusinessCentral
            .ReadByIdAsync(mapping.BcTable, [DisplayName], [.. pairs.Select(pair => pair.BcId)], cancellationToken).ConfigureAwait(false);
        var names = customers.Select(customer => customer[DisplayName]).Where(name => !name.IsEmpty).Distinct().ToArray();
        var rows = await endpoints.BusinessCentral.ReadByValueAsync(Contacts, Columns, DisplayName, names, cancellationToken)
            .ConfigureAwait(false);
        var numbers = rows.Where(row => row["type"].ToString() == "Company" && row[Customer].AsId() is not null)
            .GroupBy(row => row[Customer].AsId()!.Value).ToDictionary(group => group.Key, group => group.First()["number"]);
        foreach (var pair in pairs.Where(pair => numbers.ContainsKey(pair.BcId)))
            companies[pair.SalesId] = numbers[pair.BcId];
    }
}
