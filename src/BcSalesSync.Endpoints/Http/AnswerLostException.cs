using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Http;

/// <summary>A write was sent and may have been carried out, but its answer is lost; it is not repeated (spec/wire-bc.md 4.2).</summary>
internal sealed class AnswerLostException(SystemSide side, EndpointFailure failure, Exception? inner)
    : EndpointException(side, failure, inner);
