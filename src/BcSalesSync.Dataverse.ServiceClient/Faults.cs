using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Dataverse.Errors;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Dataverse.ServiceClient;

/// <summary>Faults as failures: the codes are those of the Web API, so they mean the same (spec/wire-dataverse.md 5.4).</summary>
internal static class Faults
{
    private const int RequestCount = unchecked((int)0x80072322);
    private const int ExecutionTime = unchecked((int)0x80072321);
    private const int Concurrency = unchecked((int)0x80072326);

    // Stands for the status of an answer that is a plain refusal.
    private const int Refused = 400;

    /// <summary>The classed failure.</summary>
    internal static EndpointFailure ToFailure(OrgFault fault)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"0x{fault.Code:X8}");
        return new EndpointFailure(DataverseFailures.Rules.Classify(code, Refused), code, fault.Message, RetryAfter: fault.RetryAfter);
    }

    /// <summary>The failure of an answer that did not come.</summary>
    internal static EndpointFailure ToFailure(OrganizationLostException lost) => new(FailureClass.Transient, "AnswerLost", lost.Message);

    /// <summary>True when the service did nothing, because it was asked too much (spec/wire-dataverse.md 5.1).</summary>
    internal static bool IsThrottling(OrgFault fault) => fault.Code is RequestCount or ExecutionTime or Concurrency;
}
