using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>Answers that are read as a whole.</summary>
internal static class AnswerJson
{
    /// <summary>The answer; the caller disposes it before the body it lies in.</summary>
    /// <exception cref="EndpointException">The answer is no JSON, or breaks off.</exception>
    internal static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException problem)
        {
            throw Unreadable(problem);
        }
    }

    /// <summary>Says that an answer could not be read.</summary>
    internal static EndpointException Unreadable(Exception problem) => new(
        SystemSide.Sales, new EndpointFailure(FailureClass.Transient, "answer", "An answer of Dataverse could not be read."), problem);
}
