using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Choices;

/// <summary>
/// The columns that follow a column, as far as the organisation has them. A number that means something else there is left alone: it is
/// somebody's own.
/// </summary>
internal sealed class ChoiceCopies
{
    private readonly ChoiceRequests requests;
    private readonly IReadOnlyList<(ChoiceColumn Column, ChoiceSet Set)> followers;

    private ChoiceCopies(ChoiceRequests requests, IReadOnlyList<(ChoiceColumn Column, ChoiceSet Set)> followers)
    {
        this.requests = requests;
        this.followers = followers;
    }

    /// <summary>True once something was copied.</summary>
    internal bool Changed { get; private set; }

    /// <summary>All options of the followers.</summary>
    internal IEnumerable<OptionChoice> Options => followers.SelectMany(follower => follower.Set.Options);

    /// <summary>Names those followers of a column that there are.</summary>
    internal static async Task<IReadOnlyList<ChoiceColumn>> FindAsync(
        ChoiceColumn column, MetadataCache metadata, CancellationToken cancellationToken)
    {
        var found = new List<ChoiceColumn>();
        foreach (var follower in DocumentChoices.Of(column))
        {
            var table = await metadata.FindTableAsync(follower.Table, cancellationToken);
            if (table?.Attributes.GetValueOrDefault(follower.Column)?.Column is { Kind: FieldKind.Option })
                found.Add(follower);
        }

        return found;
    }

    /// <summary>Reads the options of followers.</summary>
    internal static async Task<ChoiceCopies> ReadAsync(
        IReadOnlyList<ChoiceColumn> followers, ChoiceReader reader, ChoiceRequests requests, CancellationToken cancellationToken)
    {
        var sets = new List<(ChoiceColumn, ChoiceSet)>();
        foreach (var follower in followers)
            sets.Add((follower, await reader.ReadAsync(follower, cancellationToken)));
        return new ChoiceCopies(requests, sets);
    }

    /// <summary>Gives every follower an option, under the label it has now; says what went wrong, or null.</summary>
    /// <param name="option">The option.</param>
    /// <param name="before">The label it had; null for one that is new.</param>
    internal async Task<EndpointFailure?> CopyAsync(OptionChoice option, string? before)
    {
        foreach (var (column, set) in followers)
        {
            var there = set.Options.FirstOrDefault(own => own.Value == option.Value);
            if (there is not null && (there.Label == option.Label || there.Label != before))
                continue;

            // What the account has is there to be chosen; stopping between the two would leave documents behind.
            using var reply = await (there is null
                ? requests.InsertAsync(column, option.Label, option.Value, set.Language, CancellationToken.None)
                : requests.RelabelAsync(column, option.Label, option.Value, set.Language, CancellationToken.None));
            if (!reply.Succeeded)
            {
                return reply.Failure ?? new EndpointFailure(
                    FailureClass.Transient, "option", $"The option '{option.Label}' did not reach {column}.");
            }

            Changed = true;
        }

        return null;
    }
}
