namespace BcSalesSync.State.Tests.Contract;

/// <summary>The clock of a machine, set wrong by some time.</summary>
internal sealed class MovedClock : TimeProvider
{
    /// <summary>How far it is ahead; negative when it is behind.</summary>
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
