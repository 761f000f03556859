using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>The cursor of a change read is too old or no longer fits; read everything (spec/wire-dataverse.md 4).</summary>
public sealed class CursorExpiredException : EndpointException
{
    /// <summary>Creates the exception.</summary>
    public CursorExpiredException(SystemSide side, EndpointFailure failure)
        : base(side, failure)
    {
    }
}
