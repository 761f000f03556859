using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Documents.Timeline;

/// <summary>Writes posts on the timelines of orders, and on the walls of their customers (spec/documents.md 3.3).</summary>
internal sealed class TimelineWriter(IEndpoint sales, Guid company, ISyncObserver observer)
{
    private const string Posts = "post";
    private const string Configuration = "msdyn_postconfig";
    private const string Wall = "msdyn_configurewall";
    private const decimal ManualPost = 2;
    private const decimal CheckIn = 1;
    private bool isWallOpen;

    /// <summary>Posts events; outcomes come in their order. One that was posted before is found to exist.</summary>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<TimelineEvent> events, CancellationToken cancellationToken)
    {
        await OpenWallAsync(cancellationToken).ConfigureAwait(false);
        var walls = events.Where(happened => happened.WallText is not null).ToArray();
        RecordWrite[] posts =
        [
            .. events.Select(happened => Post(happened.PostId(company), happened.Source.Text, "salesorder", happened.Order.SalesId)),
            .. walls.Select(happened => Post(happened.WallPostId(company), happened.WallText!, "account", happened.Account!.Value)),
        ];
        var outcomes = await sales.WriteAsync(Posts, posts, cancellationToken).ConfigureAwait(false);
        var onWalls = walls.Zip(outcomes.Skip(events.Count)).ToDictionary(pair => pair.First, pair => pair.Second);

        // An event is told once both posts are there; the one that is, is then found to exist.
        return [.. events.Zip(outcomes, (happened, own) => IsThere(own) && onWalls.TryGetValue(happened, out var wall) && !IsThere(wall) ? wall : own)];
    }

    private static bool IsThere(WriteOutcome outcome) => outcome.Status is WriteStatus.Done or WriteStatus.AlreadyExists;

    private static RecordWrite Post(Guid id, string text, string table, Guid regarding) => new()
    {
        Kind = WriteKind.Create,
        Id = id,
        Values =
        [
            new("text", FieldValue.Text(text)),
            new("source", FieldValue.Number(ManualPost)),
            new("type", FieldValue.Number(CheckIn)),
            new("regardingobjectid", FieldValue.Reference(table, regarding)),
        ],
    };

    // Orders show posts only once somebody said so; an environment without that switch needs none (spec/documents.md 3.4).
    private async Task OpenWallAsync(CancellationToken cancellationToken)
    {
        if (isWallOpen || await sales.GetSchemaAsync(Configuration, cancellationToken).ConfigureAwait(false) is null)
            return;
        isWallOpen = true;
        var filter = new Condition("msdyn_entityname", FilterOperator.Equal, FieldValue.Text("salesorder"));
        await foreach (var page in sales.ReadAsync(Configuration, [Wall, "statecode"], filter, cancellationToken).ConfigureAwait(false))
        {
            RecordWrite[] writes = [.. page.Where(row => row[Wall].Raw is not true || row["statecode"].AsNumber() is not 0).Select(Open)];
            if (writes.Length == 0)
                continue;
            var outcomes = await sales.WriteAsync(Configuration, writes, cancellationToken).ConfigureAwait(false);
            if (outcomes.Any(outcome => outcome.Status is not WriteStatus.Done))
                observer.Warning("Sales did not let the timeline be switched on for orders; switch it on there, or posts stay out of sight.");
        }
    }

    private static RecordWrite Open(Record row) => new()
    {
        Kind = WriteKind.Update,
        Id = row.Id,
        Values =
        [
            new("statecode", FieldValue.Number(0)), new("statuscode", FieldValue.Number(1)), new(Wall, FieldValue.Boolean(true)),
        ],
    };
}
