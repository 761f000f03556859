using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Engine.Recovery;

/// <summary>Turns refusals of a system into failures with a next step.</summary>
internal static class WriteFailures
{
    /// <summary>The failure of a write that was refused.</summary>
    public static PlanFailure Refused(SystemSide side, EndpointFailure failure) => new(
        failure.Class, $"BcSync.Record.{Problem(failure.Class)}", $"{Name(side)} refused the record: {failure.Message} ({failure.Code})",
            NextStep(side, failure.Class));

    /// <summary>The failure of a create whose number or key is in use.</summary>
    public static PlanFailure Duplicate(SystemSide side, EndpointFailure? failure) => new(
        FailureClass.Data,
        "BcSync.Record.AlreadyExists",
        $"{Name(side)} holds a record with the same key already{(failure is null ? "." : $": {failure.Message}")}",
        "Couple the two records with New-BcCoupling instead of creating a second one.");

    /// <summary>The failure of a write that kept being overtaken or lost.</summary>
    public static PlanFailure Unsettled(SystemSide side, WriteStatus status, EndpointFailure? failure) => new(
        FailureClass.Transient,
        status is WriteStatus.Stale ? "BcSync.Record.ChangedMeanwhile" : "BcSync.Record.Unreachable",
        status is WriteStatus.Stale
            ? $"The record in {Name(side)} kept changing while it was written."
            : $"{Name(side)} did not answer{(failure is null ? "." : $": {failure.Message}")}",
        "Nothing to do: the record is tried again by itself.");

    /// <summary>Name of a system as people call it.</summary>
    public static string Name(SystemSide side) => side is SystemSide.BusinessCentral ? "Business Central" : "Sales";

    private static string Problem(FailureClass failureClass) => failureClass switch
    {
        FailureClass.Permission => "PermissionDenied",
        FailureClass.Capability => "NotOffered",
        FailureClass.Transient => "Unreachable",
        FailureClass.Configuration => "MappingRefused",
        _ => "Refused",
    };

    private static string NextStep(SystemSide side, FailureClass failureClass) => failureClass switch
    {
        FailureClass.Permission => $"Give the application the missing right in {Name(side)}.",
        FailureClass.Capability => "Look at Get-BcFieldMapping: rows that this connection cannot serve are marked there.",
        FailureClass.Transient => "Nothing to do: the record is tried again by itself.",
        FailureClass.Configuration => "Look at the field in Get-BcFieldMapping and at the column it names: the system does not take the value that way.",
        _ => "Correct the value on the side it comes from; the record is tried again with the next run, or at once with Invoke-BcSyncNow.",
    };
}
