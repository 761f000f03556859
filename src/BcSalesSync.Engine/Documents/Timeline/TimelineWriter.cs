using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Documents.Timeline;

/// <summary>Writes posts on the timelines of orders (spec/documents.md 3.3).</summary>
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
        return await sales.WriteAsync(Posts, [.. events.Select(Post)], cancellationToken).ConfigureAwait(false);
    }

    private RecordWrite Post(TimelineEvent happened) => new()
    {
        Kind = WriteKind.Create,
        Id = happened.PostId(company),
        Values =
        [
            new("text", FieldValue.Text(happened.Source.Text)),
            new("source", FieldValue.Number(ManualPost)),
            new("type", FieldValue.Number(CheckIn)),
            new("regardingobjectid", FieldValue.Reference("salesorder", happened.Order.SalesId)),
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
