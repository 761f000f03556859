using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Endpoints.Tests.Faults;

/// <summary>Names what became of a write.</summary>
internal static class Reactions
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Writes one record and says what became of it.</summary>
    public static async Task<Reaction> OfAsync(Task<IReadOnlyList<WriteOutcome>> write, Func<int> sent)
    {
        WriteOutcome outcome;
        try
        {
            outcome = Assert.Single(await write);
        }
        catch (EndpointException refused) when (refused.Failure.Class is FailureClass.Fatal)
        {
            return Reaction.Stops;
        }

        return (outcome.Status, sent()) switch
        {
            (WriteStatus.Done, > 1) => Reaction.Repeated,
            (WriteStatus.Stale, 1) => Reaction.ReadAnew,
            (WriteStatus.AlreadyExists, 1) => Reaction.Adopted,
            (WriteStatus.NotFound, 1) => Reaction.Gone,
            (WriteStatus.Unknown, 1) => Reaction.Verified,
            (WriteStatus.Refused, 1) => OfRefusal(outcome.Failure!),
            var other => throw new InvalidOperationException($"Nothing expected ends so: {other}, {outcome.Failure}"),
        };
    }

    private static Reaction OfRefusal(EndpointFailure failure)
    {
        var failed = new PendingRecord
        {
            Mapping = "CUSTOMER", Direction = SyncDirection.ToSales, SourceId = new Guid(1, 0, 0, new byte[8]), Class = failure.Class,
            ErrorId = "BcSync.Record.Refused", Message = failure.Message,
        };
        var first = RecoveryPolicy.Next(null, failed, Now);
        var second = RecoveryPolicy.Next(first, failed, Now);
        return (first.Parked, second.Parked, second.NextTry > first.NextTry) switch
        {
            (false, true, _) => Reaction.Parked,
            (false, false, true) => Reaction.Later,
            var other => throw new InvalidOperationException($"Nothing expected goes on so: {other}"),
        };
    }
}
