using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes;

/// <summary>
/// Tells which free records were created by which lost creates of the same number or name. Ours is one that was not there before, holds
/// what was sent and is not older than the intent. Whatever else appeared meanwhile leaves the matter open. Pure.
/// </summary>
internal sealed class IntentResolution
{
    // Headers tell the time of whichever machine answered, records that of the database.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<CreateIntent> intents;
    private readonly IReadOnlyList<Record> rows;
    private readonly HashSet<Guid> explained;
    private readonly HashSet<Guid> taken = [];

    /// <summary>Prepares the answers.</summary>
    /// <param name="intents">All open intents that share a key.</param>
    /// <param name="rows">Free records that hold the key.</param>
    public IntentResolution(IReadOnlyList<CreateIntent> intents, IReadOnlyList<Record> rows)
    {
        this.intents = intents;
        this.rows = rows;
        explained = [.. rows.Where(row => intents.Any(intent => IsOurs(intent, row))).Select(row => row.Id)];
    }

    /// <summary>The record an intent created, nothing when there is none, or the records that may or may not be it.</summary>
    public (Record? Created, IReadOnlyList<Record> Doubtful) Resolve(CreateIntent intent)
    {
        var own = rows.Where(row => IsOurs(intent, row)).ToArray();
        var twins = intents.Count(other => IsTwin(intent, other));
        if (own.Length > twins)
            return (null, own);
        if (own.FirstOrDefault(row => !taken.Contains(row.Id)) is { } created)
        {
            taken.Add(created.Id);
            return (created, []);
        }

        return (null, [.. rows.Where(row => MayBeOurs(intent, row) && !explained.Contains(row.Id))]);
    }

    private static bool IsOurs(CreateIntent intent, Record row) =>
        intent.Before is not null && MayBeOurs(intent, row) && IsRecent(intent, row)
            && intent.Sent.All(sent => !row.Values.TryGetValue(sent.Key, out var held) || FieldEquality.Same(held, sent.Value));

    // Where nobody knows what was there before, at least what has not been touched since was.
    private static bool MayBeOurs(CreateIntent intent, Record row) =>
        intent.Before is { } before ? !before.Contains(row.Id) : IsRecent(intent, row);

    private static bool IsRecent(CreateIntent intent, Record row) =>
        intent.ServerTime is not { } time || row.ModifiedAt is not { } modified || modified >= time - ClockSkew;

    private static bool IsTwin(CreateIntent intent, CreateIntent other) =>
        intent.Sent.Count == other.Sent.Count
            && intent.Sent.All(sent => other.Sent.TryGetValue(sent.Key, out var value) && FieldEquality.Same(value, sent.Value));
}
