using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Names;

/// <summary>
/// The parts, in Sales, of a name that Business Central offers as a whole. Parts that make up the name already stay as they are: only
/// people know where a first name ends.
/// </summary>
internal sealed class NameParts(EndpointPair endpoints)
{
    private const string Name = "displayName";
    private const string First = "firstName";
    private const string Last = "surname";
    private readonly Dictionary<Guid, (string Whole, PersonName Parts)> split = [];

    /// <summary>Splits the names that are new to Sales, with the help of the parts that Business Central tells of some contacts.</summary>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        var open = candidates.Where(candidate => candidate is { IsEcho: false } && !IsSplit(candidate) && Kept(candidate) is null)
            .ToDictionary(candidate => candidate.Source.Id, Whole);
        if (open.Count == 0)
            return;
        string[] told = [.. new[] { First, Last }.Where(pass.SourceTable.Columns.ContainsKey)];
        var rows = told.Length == 0 ? [] : await endpoints.BusinessCentral
            .ReadByIdAsync(pass.SourceTable.Name, told, open.Keys, cancellationToken).ConfigureAwait(false);
        var parts = rows.ToDictionary(row => row.Id);
        foreach (var (id, name) in open)
            split[id] = (name, PersonName.Split(name, Part(parts.GetValueOrDefault(id), First), Part(parts.GetValueOrDefault(id), Last)));
    }

    /// <summary>The parts of a contact's name.</summary>
    public PersonName Of(Candidate candidate) => Kept(candidate) ?? split[candidate.Source.Id].Parts;

    private bool IsSplit(Candidate candidate) => split.TryGetValue(candidate.Source.Id, out var known) && known.Whole == Whole(candidate);

    private static PersonName? Kept(Candidate candidate) =>
        candidate.Counterpart is { } contact && PersonName.Of(contact) is var name && name.Is(Whole(candidate)) ? name : null;

    private static string Whole(Candidate candidate) => candidate.Source[Name].ToString();

    private static string Part(Record? contact, string column) => contact?.Values.GetValueOrDefault(column).ToString() ?? "";
}
