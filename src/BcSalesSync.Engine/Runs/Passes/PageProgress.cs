using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>How far reading has come once a page is settled; saved together with the page's effects.</summary>
/// <param name="Watermark">Watermark to set; null to leave it.</param>
/// <param name="Checkpoint">Checkpoint to set; null to leave it.</param>
internal sealed record PageProgress(Watermark? Watermark, Checkpoint? Checkpoint)
{
    /// <summary>Reading has not come any further.</summary>
    public static PageProgress None { get; } = new(null, null);

    /// <summary>A change with the progress added.</summary>
    public StateChange Over(StateChange change) => change with
    {
        Watermarks = Watermark is { } watermark ? [watermark] : [],
        Checkpoints = Checkpoint is { } checkpoint ? [checkpoint] : [],
    };
}
