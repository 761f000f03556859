using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>A whole call failed, after the retries that were safe.</summary>
public class EndpointException : Exception
{
    /// <summary>Creates the exception.</summary>
    public EndpointException(SystemSide side, EndpointFailure failure, Exception? innerException = null)
        : base(failure.Message, innerException)
    {
        Side = side;
        Failure = failure;
    }

    /// <summary>The system that failed.</summary>
    public SystemSide Side { get; }

    /// <summary>The failure, classed.</summary>
    public EndpointFailure Failure { get; }
}
