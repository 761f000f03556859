using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Errors;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>Says how a single operation ended, from its part of the answer (spec/wire-dataverse.md 2.2, 5.4).</summary>
internal static class OutcomeReader
{
    private const int IdLength = 36;

    /// <summary>The outcome of a write from the part that answers it.</summary>
    internal static WriteOutcome Read(RecordWrite write, BatchPart part, Selection answered)
    {
        if (!part.Succeeded)
            return OfFailure(write, part.Status, DataverseClient.FailureOf(part));
        if (part.Body.Length == 0)
            return new WriteOutcome(WriteStatus.Done, write.Id);
        try
        {
            var record = RowReader.ReadOne(part.Body.Span, answered);
            return new WriteOutcome(WriteStatus.Done, record.Id, record);
        }
        catch (JsonException)
        {
            return new WriteOutcome(write.Id is null ? WriteStatus.Unknown : WriteStatus.Done, write.Id);
        }
    }

    /// <summary>The outcome of a write that was refused.</summary>
    internal static WriteOutcome OfFailure(RecordWrite write, int status, EndpointFailure failure)
    {
        var isCreate = write.Kind == WriteKind.Create;
        var meaning = status is 429 or 503 || failure.Class is FailureClass.Fatal ? WriteStatus.NotSent : WriteStatus.Refused;
        if (failure.Is(ErrorCode.VersionMismatch, ErrorCode.VersionNotProvided) || (status == 412 && write.IfMatch is not null && failure.Is("412")))
            meaning = WriteStatus.Stale;
        else if (isCreate && failure.Is(ErrorCode.DuplicateKey, ErrorCode.DuplicateAlternateKey))
            meaning = WriteStatus.AlreadyExists;
        else if (!isCreate && failure.Is(ErrorCode.RowMissing) && !NamesAnotherRow(failure.Message, write.Id))
            meaning = WriteStatus.NotFound;
        return new WriteOutcome(meaning, write.Id, Failure: failure);
    }

    /// <summary>The outcome of a write one of whose values has no form on the wire.</summary>
    internal static WriteOutcome OfValue(RecordWrite write, RefusedValueException problem) =>
        new(WriteStatus.Refused, write.Id, Failure: new EndpointFailure(FailureClass.Configuration, "value", problem.Message));

    /// <summary>True when the text names a row, but not the one written: then a row it refers to is gone.</summary>
    private static bool NamesAnotherRow(string message, Guid? id)
    {
        var named = false;
        for (var at = 0; at + IdLength <= message.Length; at++)
        {
            if (!Guid.TryParseExact(message.AsSpan(at, IdLength), "D", out var found))
                continue;
            if (found == id)
                return false;
            named = true;
        }

        return named;
    }
}
