namespace BcSalesSync.Endpoints.Http;

/// <summary>The service asked to be left alone for longer than anybody waits.</summary>
internal sealed class LaneClosedException(TimeSpan remaining) : Exception
{
    /// <summary>How much longer it wants to be left alone.</summary>
    public TimeSpan Remaining => remaining;
}
